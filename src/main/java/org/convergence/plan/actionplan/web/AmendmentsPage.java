package org.convergence.plan.actionplan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of a plan since its adoption, one by one. */
public record AmendmentsPage(PlanHead top, List<AmendmentRow> amendments) {

    /**
     * An amendment.
     *
     * @param date in words
     * @param number of the resolution
     * @param what kinds of changes, in words
     * @param label the line's label at the time
     * @param before in words, {@code null} if there is nothing to show
     * @param after in words, {@code null} if there is nothing to show
     */
    public record AmendmentRow(
            String date,
            String reason,
            @Nullable String number,
            String what,
            String label,
            @Nullable String before,
            @Nullable String after) {}
}
