package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The changes of a plan since its adoption, one by one or side by side. */
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

    static AmendmentRow row(AmendmentQueries.AmendmentEntry each, Words t) {
        return new AmendmentRow(
                t.date(each.decidedOn()),
                each.reason(),
                each.number(),
                t.capital(t.list(each.changes().stream()
                        .map(change -> t.say("actionplan.change." + change.name()))
                        .toList())),
                each.label(),
                words(each.before(), each.after(), t),
                words(each.after(), each.before(), t));
    }

    /** The fields of one side that differ from the other. */
    private static @Nullable String words(@Nullable Json side, @Nullable Json other, Words t) {
        if (side == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String field : List.of("place", "code", "title", "text", "from", "to", "commitment", "target")) {
            JsonNode value = side.node().path(field);
            boolean differs = other == null || !value.equals(other.node().path(field));
            if (differs && !value.isMissingNode() && !value.isNull()) {
                String text = value.isObject()
                        ? new Json(value).as(ActionTarget.class).format(t)
                        : PlanFormatter.formatValue(field, value.asString(), t);
                if (!text.isEmpty()) {
                    parts.add(text);
                }
            }
        }
        return parts.isEmpty() ? null : String.join("\n", parts);
    }

    /** A plan compared with its adopted version: the lines that differ. */
    public record AmendmentComparisonPage(PlanHead top, List<ComparisonRow> rows) {

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
}
