package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.platform.text.Words;

/** Addresses of plan lines, and the display of their fields. */
final class LineUrls {

    private LineUrls() {}

    /** The address of an operation on a line. */
    static String url(LineLevel level, UUID line, String gesture) {
        return "/plan/actionplan/line/" + PlanFormatter.slug(level) + "/" + line + gesture;
    }

    /** The page shown after an operation: in a draft the text, else the line's page. */
    static String returnUrl(LineFacts facts) {
        if (!facts.plan().isDraft()) {
            if (facts.level() == LineLevel.ACTION) {
                return "/plan/actionplan/action/" + facts.id();
            }
            if (facts.level() == LineLevel.MEANS) {
                return "/plan/actionplan/means/" + facts.id();
            }
        }
        return PlanHeadAssembler.url(facts.plan(), "/text") + "#l-" + facts.id();
    }

    /** A field's value for display: constants are shown by their label. */
    static String formatValue(String field, String value, Words t) {
        if (field.equals("kinds")) {
            return value.isEmpty() ? value : ActionTarget.kindName(value, t);
        }
        String key =
                switch (field) {
                    case "commitment" -> "actionplan.commitment.";
                    case "area" -> "actionplan.area.";
                    case "measure" -> "actionplan.measure.";
                    case "kind" -> t.has("actionplan.kind." + value) ? "actionplan.kind." : "actionplan.section.";
                    case "effort" -> "actionplan.effort.";
                    case "stated" -> "actionplan.state.";
                    default -> "";
                };
        return !key.isEmpty() && t.has(key + value) ? t.say(key + value) : value;
    }
}
