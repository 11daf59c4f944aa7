package org.convergence.cooperation.fieldwork.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;

/** Writes a partner's own report of a year. */
record NotesReportAssembler(NotesWords t, LocalDate today) {

    Paper assemble(PartnerNotes year) {
        List<Section> sections = new ArrayList<>();
        add(sections, "public.fieldwork.kind.HAPPENED", lines(year, PartnerEntryKind.HAPPENED));
        add(sections, "public.fieldwork.kind.FIGURES", lines(year, PartnerEntryKind.FIGURES));
        add(
                sections,
                "public.fieldwork.kind.SPENT",
                Stream.concat(lines(year, PartnerEntryKind.SPENT).stream(), totals(year).stream())
                        .toList());
        add(
                sections,
                "public.fieldwork.promises",
                Stream.of(
                                year.remittances().stream()
                                        .map(sent -> t.say("public.fieldwork.remittance", sent.sentOn()) + ": "
                                                + t.figure(sent.received(), sent.currency())),
                                year.promises().stream()
                                        .map(promise -> promise.what() + " ("
                                                + t.say("public.fieldwork.promise.done", promise.doneOn()) + ")"),
                                year.visits().stream()
                                        .map(visit ->
                                                t.say("public.fieldwork.visit", visit.day()) + ": " + visit.title()))
                        .flatMap(lines -> lines)
                        .toList());
        if (sections.isEmpty()) {
            sections.add(Section.of(
                    t.say("public.fieldwork.mine"), List.of(Block.text(t.say("public.fieldwork.mine.none")))));
        }
        String partner = year.entries().stream()
                .map(PartnerEntryRow::organisationName)
                .findFirst()
                .orElse("");
        return new Paper(
                t.say("public.fieldwork.report"),
                t.date(today.minusYears(1)) + " – " + t.date(today),
                partner,
                t.say("public.fieldwork.report"),
                sections,
                Paper.Layout.PLAIN);
    }

    private void add(List<Section> sections, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(Section.of(
                    t.say(title),
                    List.of(new Block.ItemList(
                            false,
                            lines.stream()
                                    .map(line -> List.of(Block.text(line)))
                                    .toList()))));
        }
    }

    private List<String> lines(PartnerNotes year, PartnerEntryKind kind) {
        return year.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> {
                    Integer people = entry.people();
                    return t.date(entry.day()) + ": " + t.describe(entry)
                            + (people == null ? "" : " · " + t.say("public.fieldwork.report.people", people));
                })
                .toList();
    }

    /** What was spent, by currency. */
    private List<String> totals(PartnerNotes year) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        year.entries().stream()
                .filter(entry ->
                        entry.kind() == PartnerEntryKind.SPENT && entry.figure() != null && entry.currency() != null)
                .forEach(entry -> sums.merge(
                        Objects.requireNonNull(entry.currency()),
                        Objects.requireNonNull(entry.figure()),
                        BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> t.say("public.fieldwork.report.total", t.figure(sum.getValue(), sum.getKey())))
                .toList();
    }
}
