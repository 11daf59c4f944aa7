package org.convergence.directory.protection.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.MentionRepository.MentionDecision;
import org.convergence.directory.protection.domain.MentionRepository.MentionPlace;
import org.convergence.directory.protection.domain.MentionRepository.UndecidedMention;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds copies of a text in the audit history, so that a decision on a mention also applies to them. */
@Component
class HistoryMentions {

    private final MentionRepository mentions;
    private final AuditTrail trail;

    HistoryMentions(MentionRepository mentions, AuditTrail trail) {
        this.mentions = mentions;
        this.trail = trail;
    }

    /** The undecided places in the audit history that hold the same words of the same record. */
    List<UndecidedMention> sameText(PersonId person, MentionPlace place) {
        return sameText(mentions.waiting(person), List.of(place));
    }

    private List<UndecidedMention> sameText(List<UndecidedMention> waiting, List<MentionPlace> decided) {
        List<UndecidedMention> history = waiting.stream()
                .filter(each -> each.at().place().equals(HistoryText.TABLE))
                .toList();
        if (history.isEmpty() || decided.isEmpty()) {
            return List.of();
        }
        Map<Long, AuditTrail.AuditedRow> rows =
                trail.findRows(history.stream().map(each -> entry(each.at())).toList());
        return history.stream()
                .filter(each ->
                        decided.stream().anyMatch(place -> isSame(place, each.at(), rows.get(entry(each.at())))))
                .toList();
    }

    private static boolean isSame(MentionPlace place, MentionPlace remembered, AuditTrail.@Nullable AuditedRow row) {
        return row != null
                && row.table().equals(place.place())
                && row.row().equals(row(place))
                && remembered.mark().equals(place.mark());
    }

    private static long entry(MentionPlace place) {
        return Json.parse(place.key()).node().path(0).asLong();
    }

    /** The key of a row in the format of the audit history. */
    private static String row(MentionPlace place) {
        return StreamSupport.stream(Json.parse(place.key()).node().spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    /** Decides places that the history remembers of texts in which another person was meant. */
    void follow(PersonId person) {
        sameText(mentions.waiting(person), mentions.findDecided(person, MentionDecision.ANOTHER))
                .forEach(each -> mentions.decide(each.id(), MentionDecision.ANOTHER));
    }
}
