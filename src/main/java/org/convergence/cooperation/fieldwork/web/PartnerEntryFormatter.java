package org.convergence.cooperation.fieldwork.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.EntryFact;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.audit.ChangeHistory.HistoryDetail;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Writes entries in the reader's language; the words of the partner stay its own. */
final class PartnerEntryFormatter {

    private PartnerEntryFormatter() {}

    /** The number, formatted for the reader, or as typed if it could not be read. */
    static String figure(PartnerEntryRow entry, Words t) {
        if (entry.figure() == null) {
            return entry.typed();
        }
        return entry.currency() == null ? t.decimal(entry.figure()) : t.money(entry.figure(), entry.currency());
    }

    /** An entry in one line. */
    static String describe(PartnerEntryRow entry, Words t) {
        return Stream.of(figure(entry, t), entry.label(), entry.details().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The facts of an entry, each if it is known. */
    static List<EntryFact> facts(PartnerEntryRow entry, Words t) {
        List<EntryFact> facts = new ArrayList<>();
        add(facts, "fieldwork.field.on", entry.happenedOn() == null ? "" : t.date(entry.happenedOn()), t);
        add(facts, "fieldwork.label." + entry.kind(), entry.label(), t);
        String figure = figure(entry, t);
        boolean differs = entry.figure() != null
                && !entry.typed().isEmpty()
                && !entry.typed().equals(figure);
        add(
                facts,
                entry.kind() == PartnerEntryKind.SPENT ? "fieldwork.field.amount" : "fieldwork.field.figure",
                differs ? t.say("fieldwork.figure.typed", figure, entry.typed()) : figure,
                t);
        Integer people = entry.people();
        if (people != null) {
            add(facts, "fieldwork.field.people", t.say("fieldwork.people", people, genders(entry, t)), t);
        }
        add(facts, "fieldwork.field.details", entry.details(), t);
        if (entry.decidedOn() != null) {
            add(facts, "fieldwork.field.decided", t.say("fieldwork.decided", entry.decidedBy(), entry.decidedOn()), t);
        }
        add(facts, "fieldwork.field.comment", entry.comment(), t);
        add(facts, "fieldwork.field.answer", entry.answer(), t);
        return facts;
    }

    /** What a row of a workbook said before, beside what it says now. */
    static List<HistoryDetail> changes(Optional<AuditEntry> change, Words t) {
        return change.stream()
                .flatMap(
                        each -> ChangeHistory.of(
                                List.of(each), "fieldwork.row", t, (column, value) -> written(column, value, t))
                                .changes()
                                .stream())
                .flatMap(each -> each.details().stream())
                .toList();
    }

    private static String written(String column, String value, Words t) {
        return column.equals("figure")
                ? TextParser.number(value).map(t::decimal).orElse(value)
                : value;
    }

    /** Only what was typed: an empty field says nothing, and is no zero. */
    private static String genders(PartnerEntryRow entry, Words t) {
        return Stream.of(
                        gender("women", entry.women(), t),
                        gender("men", entry.men(), t),
                        gender("others", entry.others(), t),
                        gender("notStated", entry.notStated(), t))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String gender(String name, @Nullable Integer number, Words t) {
        return number == null ? "" : t.say("fieldwork.people." + name, number);
    }

    private static void add(List<EntryFact> facts, String key, String value, Words t) {
        if (!value.isEmpty()) {
            facts.add(new EntryFact(t.say(key), value));
        }
    }
}
