/**
 * The reading of a written plan: {@link org.convergence.plan.reading.domain.PlanReader} takes a file and gives a
 * {@link org.convergence.plan.reading.domain.ReadPlan}, or refuses with a reason. Every character of the file stands
 * somewhere in what is read, or under what could not be placed.
 */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.reading.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
