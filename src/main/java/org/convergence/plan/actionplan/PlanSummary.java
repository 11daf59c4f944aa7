package org.convergence.plan.actionplan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A plan in a list. */
public record PlanSummary(
        PlanId id,
        String title,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Whether it is adopted and the day is in its period. */
    public boolean isInForce(LocalDate day) {
        return status == PlanStatus.ADOPTED
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }
}
