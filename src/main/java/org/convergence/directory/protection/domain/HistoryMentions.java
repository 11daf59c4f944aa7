package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.MentionRepository.MentionDecision;
import org.convergence.directory.protection.domain.MentionRepository.MentionPlace;
import org.convergence.directory.protection.domain.MentionRepository.UndecidedMention;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Groups the places that hold the same words of the same record: in the record itself, and in the audit history. A
 * decision on one applies to all of them.
 */
@Component
record HistoryMentions(MentionRepository mentions, AuditTrail trail) {

    /** The words of a record, wherever they stand. */
    private record MentionOrigin(String table, String row, String mark) {}

    /**
     * Undecided places of the same words.
     *
     * @param places the record's own first, where it still holds them
     * @param table the table of the record
     */
    record MentionGroup(List<UndecidedMention> places, String table, String row) {

        UndecidedMention first() {
            return places.get(0);
        }
    }

    /** The groups of undecided places, in the order of {@link MentionRepository#waiting}. */
    List<MentionGroup> findGroups(PersonId person) {
        List<UndecidedMention> waiting = mentions.waiting(person);
        Map<Long, AuditTrail.AuditedRow> rows = audited(waiting);
        Map<MentionOrigin, List<UndecidedMention>> groups = new LinkedHashMap<>();
        waiting.stream()
                .sorted(Comparator.comparing((UndecidedMention each) -> isHistory(each.at())))
                .forEach(each -> groups.computeIfAbsent(origin(each.at(), rows), origin -> new ArrayList<>())
                        .add(each));
        return groups.entrySet().stream()
                .map(each -> new MentionGroup(
                        each.getValue(), each.getKey().table(), each.getKey().row()))
                .sorted(Comparator.comparing(group -> waiting.indexOf(group.first())))
                .toList();
    }

    /** The other undecided places that hold the same words of the same record. */
    List<UndecidedMention> sameText(PersonId person, UndecidedMention mention) {
        return findGroups(person).stream()
                .map(MentionGroup::places)
                .filter(places -> places.contains(mention))
                .flatMap(List::stream)
                .filter(each -> !each.equals(mention))
                .toList();
    }

    private Map<Long, AuditTrail.AuditedRow> audited(List<UndecidedMention> waiting) {
        List<Long> entries = waiting.stream()
                .map(UndecidedMention::at)
                .filter(HistoryMentions::isHistory)
                .map(HistoryMentions::entry)
                .toList();
        return entries.isEmpty() ? Map.of() : trail.findRows(entries);
    }

    private static MentionOrigin origin(MentionPlace place, Map<Long, AuditTrail.AuditedRow> rows) {
        AuditTrail.AuditedRow row = isHistory(place) ? rows.get(entry(place)) : null;
        return row == null
                ? new MentionOrigin(place.place(), row(place), place.mark())
                : new MentionOrigin(row.table(), row.row(), place.mark());
    }

    private static boolean isHistory(MentionPlace place) {
        return place.place().equals(HistoryText.TABLE);
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
        Set<MentionOrigin> decided = mentions.findDecided(person, MentionDecision.ANOTHER).stream()
                .map(place -> origin(place, Map.of()))
                .collect(Collectors.toSet());
        List<UndecidedMention> waiting = mentions.waiting(person);
        Map<Long, AuditTrail.AuditedRow> rows = audited(waiting);
        waiting.stream()
                .filter(each -> isHistory(each.at()) && decided.contains(origin(each.at(), rows)))
                .forEach(each -> mentions.decide(each.id(), MentionDecision.ANOTHER));
    }
}
