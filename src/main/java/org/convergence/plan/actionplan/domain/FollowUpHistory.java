package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads earlier versions of follow-ups from the audit. */
@Component
class FollowUpHistory {

    private final AuditTrail trail;
    private final PeopleDirectory people;

    FollowUpHistory(AuditTrail trail, PeopleDirectory people) {
        this.trail = trail;
        this.people = people;
    }

    Optional<PastFollowUp> findAtVersion(ActionId action, int version) {
        return trail.findRowAtVersion(ActionFollowUp.TABLE, action.value(), version)
                .map(row -> toPastFollowUp(row.node()));
    }

    @Nullable
    String lastEditor(ActionId action) {
        return trail.findByRow(ActionFollowUp.TABLE, action.value(), 1).stream()
                .findFirst()
                .map(AuditEntry::who)
                .orElse(null);
    }

    private PastFollowUp toPastFollowUp(JsonNode row) {
        String responsible = text(row, "responsible");
        UUID person = responsible == null ? null : TextParser.id(responsible).orElse(null);
        String words = text(row, "responsible_words");
        String effort = text(row, "effort");
        String stated = text(row, "stated");
        var facts = new ActionFollowUpFacts(
                person,
                words,
                List.of(),
                date(row, "window_from"),
                date(row, "window_to"),
                row.path("times_per_year").isNumber()
                        ? row.get("times_per_year").asInt()
                        : null,
                effort == null
                        ? null
                        : TextParser.constant(effort, EffortSize.class).orElse(null),
                date(row, "completed_on"),
                stated == null
                        ? null
                        : TextParser.constant(stated, ActionState.class).orElse(null),
                text(row, "stated_reason"));
        return new PastFollowUp(facts, person == null ? words : name(person));
    }

    private @Nullable String name(UUID person) {
        var id = new PersonId(person);
        PersonName name = people.personNames(List.of(id)).get(id);
        return name == null ? null : name.name();
    }

    private static @Nullable String text(JsonNode row, String column) {
        JsonNode value = row.path(column);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable LocalDate date(JsonNode row, String column) {
        String text = text(row, column);
        return text == null ? null : TextParser.date(text).orElse(null);
    }
}
