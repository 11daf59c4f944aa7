/** The plan as read, line by line, for a person to correct before the plan is created. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.reading.domain.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
