package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.UUID;

/** Published when a plan's adoption is recorded. Stable name: {@code actionplan.plan-adopted}. */
public record PlanAdopted(UUID plan, LocalDate adoptedOn) {}
