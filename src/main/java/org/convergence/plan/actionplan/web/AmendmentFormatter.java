package org.convergence.plan.actionplan.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.domain.AmendmentQueries;
import org.convergence.platform.database.Json;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Formats amendments as rows of a list. */
final class AmendmentFormatter {

    private AmendmentFormatter() {}

    static AmendmentsPage.AmendmentRow row(AmendmentQueries.AmendmentEntry each, Words t) {
        return new AmendmentsPage.AmendmentRow(
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
                        : LineUrls.formatValue(field, value.asString(), t);
                if (!text.isEmpty()) {
                    parts.add(text);
                }
            }
        }
        return parts.isEmpty() ? null : String.join("\n", parts);
    }
}
