package org.convergence.plan.actionplan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a plan since it was adopted, decision by decision. */
public record AmendmentsPage(PlanTop top, List<Row> amendments) {

    /**
     * An amendment.
     *
     * @param date in words
     * @param number of the resolution
     * @param what kinds of changes, in words
     * @param label how the line was called then
     * @param before in words, {@code null} where there is nothing to show
     * @param after in words, {@code null} where there is nothing to show
     */
    public record Row(
            String date,
            String reason,
            @Nullable String number,
            String what,
            String label,
            @Nullable String before,
            @Nullable String after) {}
}
