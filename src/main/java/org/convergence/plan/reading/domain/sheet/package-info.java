/** What was read, laid out line by line for a person to correct before a plan is made of it. */
@NullMarked
package org.convergence.plan.reading.domain.sheet;

import org.jspecify.annotations.NullMarked;
