/** Drafting, counting, rendering and filing of reports. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.report.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
