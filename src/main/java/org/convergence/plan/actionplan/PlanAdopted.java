package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.UUID;

/** Published when it is said that a body adopted a plan. Stable name: {@code actionplan.plan-adopted}. */
public record PlanAdopted(UUID plan, LocalDate adoptedOn) {}
