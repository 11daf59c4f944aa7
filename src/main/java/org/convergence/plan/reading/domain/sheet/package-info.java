/** What was read, laid out line by line for a person to correct before a plan is made of it. */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.reading.domain.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
