package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** A plan in a list. */
public record PlanSummary(
        PlanId id,
        String title,
        PlanKind kind,
        PlanStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** How long after the end of an adopted plan facts are still recorded for it, unless it is closed before. */
    private static final Period LATE = Period.ofMonths(6);

    /** Whether facts are recorded for its lines on this day: it has begun, and did not end long ago. */
    public boolean isRecordable(LocalDate day) {
        return status == PlanStatus.ADOPTED
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to.plus(LATE)));
    }

    /** Whether it is adopted and the day is in its period. */
    public boolean isInForce(LocalDate day) {
        return status == PlanStatus.ADOPTED
                && (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to));
    }
}
