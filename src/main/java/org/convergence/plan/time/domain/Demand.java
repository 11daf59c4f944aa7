package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * Hours that an action still asks.
 *
 * @param hours in all; of a rhythm, those of one time
 * @param from from when it may be done, {@code null} for any time
 * @param to until when, {@code null} where nothing says
 * @param steps the days on which its rhythm brings it back; empty without one
 * @param worked whether the hours are those of last year, and not a size
 */
record Demand(
        PlanLine line,
        BigDecimal hours,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<LocalDate> steps,
        boolean worked) {

    Commitment commitment() {
        return line.commitment();
    }
}
