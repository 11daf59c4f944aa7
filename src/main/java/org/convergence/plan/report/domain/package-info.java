/** How reports are drafted, counted, put on paper and filed. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.report.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
