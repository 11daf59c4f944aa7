package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Published when a line of an adopted plan is changed, added or dropped. Stable name: {@code actionplan.plan-amended}.
 */
public record PlanAmended(UUID plan, UUID amendment, LocalDate decidedOn) {}
