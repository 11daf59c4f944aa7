/**
 * Reads a written plan: {@link org.convergence.plan.reading.domain.PlanReader} converts a file to a {@link
 * org.convergence.plan.reading.domain.ReadPlan}, or refuses it with a reason. Every character of the file is in the
 * result, or in what could not be placed.
 */
@NamedInterface("use-cases")
@NullMarked
package org.convergence.plan.reading.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
