package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.PlanLine;
import org.jspecify.annotations.Nullable;

/**
 * The hours that an action still requires.
 *
 * @param hours in all; of a rhythm, those of one occurrence
 * @param from earliest day, {@code null} for any
 * @param to latest day, {@code null} if unknown
 * @param steps the days of its rhythm; empty without one
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
