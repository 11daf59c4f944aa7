package org.convergence.plan.actionplan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan compared with its adopted version: the lines that differ. */
public record ComparisonPage(PlanTop top, String adoptedOn, List<Row> rows) {

    /**
     * A line.
     *
     * @param what the change: changed, added, dropped, moved
     * @param place the line above it
     */
    public record Row(
            String what,
            String place,
            @Nullable Side before,
            @Nullable Side after) {}

    /** One side: the text, and for actions the commitment and target. */
    public record Side(
            String text,
            @Nullable String commitment,
            @Nullable String target) {}
}
