package org.convergence.plan.actionplan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan beside what was adopted, line by line, only where they differ. */
public record ComparisonPage(PlanTop top, String adoptedOn, List<Row> rows) {

    /**
     * A line.
     *
     * @param what happened to it: changed, added, dropped, moved
     * @param place under what it stands
     */
    public record Row(
            String what,
            String place,
            @Nullable Side before,
            @Nullable Side after) {}

    /** One side of it: its words, and for actions its commitment and target. */
    public record Side(
            String text,
            @Nullable String commitment,
            @Nullable String target) {}
}
