package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.domain.NoteChapters.CapacityChapter;
import org.convergence.plan.time.TeamCapacity.MonthAhead;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.text.Words;

/** The summary for a board member, generated from the facts; each figure links to its evidence. */
public record BoardSummary(ReportContents contents, Words t) {

    /** The rest of the current month, and three whole ones. */
    private static final int MONTHS = 4;

    private static final String CAPACITY = "/plan/time/capacity";

    /** « 12 réalisations du 3 septembre au 25 novembre. 2 actions sont en retard; 4 sont reportées. … » */
    public Block paragraph() {
        ReportContents.ReportHead head = contents.head();
        List<Inline> parts = new ArrayList<>();
        parts.add(figure(
                t.say("report.note.done", contents.facts().size()),
                contents.facts().isEmpty() ? "" : EvidenceFilter.address(head.id(), EvidenceFilter.ALL)));
        parts.add(new Inline.InlineText(" " + t.say("report.note.done.when", t.period(head.from(), head.to())) + " "));
        parts.add(standing("report.note.late", ActionState.LATE));
        parts.add(new Inline.InlineText(t.say("report.note.and") + " "));
        parts.add(standing("report.note.waiting", ActionState.POSTPONED));
        parts.add(new Inline.InlineText(". "));
        parts.addAll(hours());
        return new Block.Paragraph(parts);
    }

    private Inline standing(String key, ActionState state) {
        int many = contents.head().states().getOrDefault(state, 0);
        return figure(
                t.say(key, many),
                many == 0 ? "" : EvidenceFilter.address(contents.head().id(), state));
    }

    private List<Inline> hours() {
        List<MonthAhead> months = contents.ahead().stream().limit(MONTHS).toList();
        if (months.isEmpty()) {
            return List.of();
        }
        if (CapacityChapter.isUnknown(months)) {
            return Inline.of(t.say("report.note.hours.unknown"));
        }
        BigDecimal there = sum(months.stream().map(MonthAhead::available).toList());
        BigDecimal asked = sum(months.stream().map(MonthAhead::promised).toList());
        BigDecimal left = there.subtract(asked);
        String words = t.say(
                "report.note.hours",
                months.get(months.size() - 1).month(),
                t.hours(there),
                t.hours(asked),
                t.say(left.signum() < 0 ? "report.note.hours.missing" : "report.note.hours.left", t.hours(left.abs())),
                asked);
        return List.of(
                EvidenceFilter.isKept(contents.head().id())
                        ? Inline.link(CAPACITY, words)
                        : new Inline.InlineText(words));
    }

    private static BigDecimal sum(List<BigDecimal> hours) {
        return hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(0, RoundingMode.HALF_UP);
    }

    private static Inline figure(String words, String address) {
        return new Inline.Strong(address.isEmpty() ? Inline.of(words) : List.of(Inline.link(address, words)));
    }
}
