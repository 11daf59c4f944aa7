/** How reports are drafted, counted, put on paper and filed. */
@NullMarked
package org.convergence.plan.report.domain;

import org.jspecify.annotations.NullMarked;
