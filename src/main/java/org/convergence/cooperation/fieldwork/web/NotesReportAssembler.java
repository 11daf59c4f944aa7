package org.convergence.cooperation.fieldwork.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerActivity;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;

/** Writes a partner's own report of a year, and the draft of our report to it. */
record NotesReportAssembler(NotesWords t, LocalDate today) {

    private record NotesPart(String title, List<String> lines) {}

    Paper assemble(PartnerNotes year) {
        List<Section> sections = parts(year).stream()
                .map(part -> Section.of(
                        part.title(),
                        List.of(new Block.ItemList(
                                false,
                                part.lines().stream()
                                        .map(line -> List.of(Block.text(line)))
                                        .toList()))))
                .toList();
        String partner = year.entries().stream()
                .map(PartnerEntryRow::organisationName)
                .findFirst()
                .orElse("");
        return new Paper(
                t.say("public.fieldwork.report"),
                t.date(today.minusYears(1)) + " – " + t.date(today),
                partner,
                t.say("public.fieldwork.report"),
                sections.isEmpty()
                        ? List.of(Section.of(
                                t.say("public.fieldwork.mine"),
                                List.of(Block.text(t.say("public.fieldwork.mine.none")))))
                        : Stream.concat(sections.stream(), Stream.of(method())).toList(),
                Paper.Layout.PLAIN);
    }

    /** In which days and words this report counts, since ours have other days. */
    private Section method() {
        return Section.of(
                t.say("public.fieldwork.report.method"),
                List.of(Block.text(
                        t.say("public.fieldwork.report.method.text", t.date(today.minusYears(1)), t.date(today)))));
    }

    /** The same as plain text, to be read over. */
    String write(PartnerNotes period) {
        return parts(period).stream()
                .map(part -> part.title() + "\n- " + String.join("\n- ", part.lines()))
                .collect(Collectors.joining("\n\n"));
    }

    private List<NotesPart> parts(PartnerNotes notes) {
        return Stream.of(
                        part(
                                "public.fieldwork.together",
                                notes.activities().stream()
                                        .filter(each -> !each.isVisit())
                                        .map(each -> t.date(each.day()) + ": " + each.title())),
                        part("public.fieldwork.kind.HAPPENED", lines(notes, PartnerEntryKind.HAPPENED)),
                        part("public.fieldwork.kind.FIGURES", lines(notes, PartnerEntryKind.FIGURES)),
                        part(
                                "public.fieldwork.kind.SPENT",
                                Stream.concat(lines(notes, PartnerEntryKind.SPENT), totals(notes))),
                        part("public.fieldwork.promises", promises(notes)),
                        part(
                                "public.fieldwork.told",
                                notes.readings().stream()
                                        .map(each -> t.say("public.fieldwork.told.in", each.document(), each.filedOn())
                                                + (each.reader().isEmpty() ? "" : " · " + each.reader()))
                                        .distinct()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    private NotesPart part(String title, Stream<String> lines) {
        return new NotesPart(t.say(title), lines.toList());
    }

    private Stream<String> promises(PartnerNotes notes) {
        return Stream.of(
                        notes.remittances().stream()
                                .map(sent -> t.say("public.fieldwork.remittance", sent.sentOn()) + ": "
                                        + t.figure(sent.received(), sent.currency())),
                        notes.promises().stream().map(each -> each.what() + " (" + t.standing(each) + ")"),
                        notes.activities().stream()
                                .filter(PartnerActivity::isVisit)
                                .map(visit -> t.say("public.fieldwork.visit", visit.day()) + ": " + visit.title()))
                .flatMap(lines -> lines);
    }

    private Stream<String> lines(PartnerNotes year, PartnerEntryKind kind) {
        return year.entries().stream().filter(entry -> entry.kind() == kind).map(entry -> {
            Integer people = entry.people();
            return t.date(entry.day()) + ": " + t.describe(entry)
                    + (people == null ? "" : " · " + t.say("public.fieldwork.report.people", people));
        });
    }

    /** What was spent, by currency. */
    private Stream<String> totals(PartnerNotes year) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        year.entries().stream()
                .filter(entry ->
                        entry.kind() == PartnerEntryKind.SPENT && entry.figure() != null && entry.currency() != null)
                .forEach(entry -> sums.merge(
                        Objects.requireNonNull(entry.currency()),
                        Objects.requireNonNull(entry.figure()),
                        BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> t.say("public.fieldwork.report.total", t.figure(sum.getValue(), sum.getKey())));
    }
}
