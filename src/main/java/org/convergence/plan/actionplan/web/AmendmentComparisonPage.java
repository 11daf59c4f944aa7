package org.convergence.plan.actionplan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan compared with its adopted version: the lines that differ. */
public record AmendmentComparisonPage(PlanHead top, String adoptedOn, List<ComparisonRow> rows) {

    /**
     * A line.
     *
     * @param what the change: changed, added, dropped, moved
     * @param place the line above it
     */
    public record ComparisonRow(
            String what,
            String place,
            @Nullable ComparisonSide before,
            @Nullable ComparisonSide after) {}

    /** One side: the text, and for actions the commitment and target. */
    public record ComparisonSide(
            String text,
            @Nullable String commitment,
            @Nullable String target) {}
}
