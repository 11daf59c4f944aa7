package org.convergence.outreach.assembly.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Builds the conflict of two versions of a body, a meeting or an item, compared with the version of the form. */
@Component
record AssemblyConflictBuilder(BodyQueries bodies, MeetingQueries meetings, PlanLineOptions lines) {

    Conflict bodyConflict(Form mine, Form theirs, BodyId id, int since, Words t) {
        JsonNode row = bodies.findVersion(id, since).node();
        List<String> standing = new ArrayList<>();
        row.path("standing").forEach(line -> standing.add(line.asString()));
        Form before = Form.blank()
                .with("name", text(row, "name"))
                .with("code", text(row, "code"))
                .with("specialCode", text(row, "special_code"))
                .with("kind", text(row, "kind"))
                .with("line", text(row, "line"))
                .with("standing", String.join("\n", standing));
        return Conflict.merge(mine, before, theirs, since, null, BodyForm.FACTS, (field, value) -> switch (field) {
            case "kind" -> t.say("assembly.kind." + value.toLowerCase(java.util.Locale.ROOT));
            case "line" -> lineName(value);
            default -> value;
        });
    }

    /** The name of a line of the plan; empty where it is gone. */
    String lineName(String id) {
        return lines.find(Form.blank().with("line", id), "line").stream()
                .filter(each -> each.value().equals(id))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    Conflict meetingConflict(Form mine, Form theirs, MeetingId id, int since) {
        JsonNode row = meetings.findMeetingVersion(id, since).node();
        Form before = Form.blank()
                .with("day", part(row, "begins", 0, 10))
                .with("begins", part(row, "begins", 11, 16))
                .with("ends", part(row, "ends", 11, 16))
                .with("special", row.path("special").asBoolean(false))
                .with("training", row.path("training").asBoolean(false))
                .with("title", text(row, "title"))
                .with("place", text(row, "place"))
                .with("region", text(row, "place_code"))
                .with("online", text(row, "online"));
        return Conflict.merge(mine, before, theirs, since, null, MeetingForm.FACTS, (field, value) -> value);
    }

    Conflict itemConflict(Form mine, Form theirs, UUID id, int since, List<String> fields) {
        JsonNode row = meetings.findItemVersion(id, since).node();
        Form before = Form.blank();
        fields.forEach(field -> before.with(field, text(row, field)));
        return Conflict.merge(
                mine, before, theirs, since, meetings.findLastAuthor(id, fields), fields, (field, value) -> value);
    }

    private static String text(JsonNode row, String column) {
        return row.path(column).asString("");
    }

    private static String part(JsonNode row, String column, int from, int to) {
        String text = text(row, column);
        return text.length() < to ? "" : text.substring(from, to);
    }
}
