package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.report.domain.FigureCounter;
import org.convergence.plan.report.domain.FigureFormatter;
import org.convergence.plan.report.domain.PlaceChapter;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The corrections since a report was filed.
 *
 * @param renamed files rewritten without a name, with their original hash
 */
public record DifferencesPage(ReportFrame frame, List<DifferenceRow> rows, List<String> renamed) {

    /**
     * A difference.
     *
     * @param then the filed data, line by line, where today's differs; empty if it was absent
     * @param now the current data
     */
    public record DifferenceRow(
            Tone tone, String word, String title, String url, List<String> then, List<String> now) {}

    /** @param served the lines of the plan by action */
    static DifferenceRow row(FactDifference<ReportFact> difference, Map<ActionId, PlanLine> served, Words t) {
        Tone tone =
                switch (difference.kind()) {
                    case ADDED -> Tone.OK;
                    case CHANGED -> Tone.WARN;
                    case WITHDRAWN, REDACTED -> Tone.BAD;
                };
        ReportFact shown = difference.shown();
        return new DifferenceRow(
                tone,
                t.say("report.difference." + difference.kind().name().toLowerCase(java.util.Locale.ROOT)),
                shown.title(),
                "/plan/realisation/" + shown.id(),
                difference.then() == null ? List.of() : differingLines(difference.then(), difference.now(), served, t),
                difference.now() == null ? List.of() : differingLines(difference.now(), difference.then(), served, t));
    }

    /** The data of a fact that differ from the other version; all relevant data if there is no other version. */
    private static List<String> differingLines(
            ReportFact fact, @Nullable ReportFact other, Map<ActionId, PlanLine> served, Words t) {
        List<String> mine = lines(fact, served, t);
        if (other == null) {
            return mine;
        }
        List<String> theirs = lines(other, served, t);
        List<String> others =
                mine.stream().filter(line -> !theirs.contains(line)).toList();
        return others.isEmpty() ? List.of(t.say("report.difference.elsewhere")) : others;
    }

    private static List<String> lines(ReportFact fact, Map<ActionId, PlanLine> served, Words t) {
        List<String> lines = new ArrayList<>();
        lines.add(fact.title());
        lines.add(t.period(fact.from(), fact.to()));
        lines.add(t.say(fact.kind().key()));
        if (fact.place() != null) {
            lines.add(PlaceChapter.name(fact.place(), t));
        }
        ReportFact.FactParticipations count = fact.count();
        if (count != null) {
            lines.add(FigureFormatter.participations(FigureCounter.count(List.of(fact)), t));
        }
        if (!fact.organisations().isEmpty()) {
            lines.add(fact.organisations().stream()
                    .map(ReportFact.FactOrganisation::brief)
                    .collect(Collectors.joining(", ")));
        }
        if (fact.hours().signum() > 0) {
            lines.add(t.say("report.count.hours", t.hours(fact.hours())));
        }
        Integer copies = fact.copies();
        if (copies != null && copies > 0) {
            lines.add(t.say("report.count.copies", copies));
        }
        if (fact.counts() > 1) {
            lines.add(t.say("report.difference.counts", fact.counts()));
        }
        fact.actions().stream()
                .flatMap(action -> Stream.ofNullable(served.get(new ActionId(action))))
                .map(line -> t.say("report.difference.serves", line.label()))
                .sorted()
                .forEach(lines::add);
        return lines;
    }
}
