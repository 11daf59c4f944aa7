package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledReportQueries;
import org.convergence.plan.report.domain.PlaceChapter;
import org.convergence.plan.report.domain.ReportDifference;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows the corrections since a report was filed. */
@Controller
class DifferenceController {

    private final ReportFrameAssembler frames;
    private final FiledReportQueries filed;
    private final ActionPlans plans;

    DifferenceController(ReportFrameAssembler frames, FiledReportQueries filed, ActionPlans plans) {
        this.plans = plans;
        this.frames = frames;
        this.filed = filed;
    }

    @GetMapping("/plan/report/{report}/differences")
    @Requires(ReportPermissions.READ)
    ModelAndView show(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        List<ReportDifference> differences = frames.differences(shown);
        Map<ActionId, PlanLine> served = plans.findLinesById(differences.stream()
                .flatMap(each -> Stream.of(each.then(), each.now()))
                .flatMap(Stream::ofNullable)
                .flatMap(fact -> fact.actions().stream())
                .map(ActionId::new)
                .collect(Collectors.toSet()));
        List<DifferencesPage.DifferenceRow> rows = differences.stream()
                .map(difference -> row(difference, served, t))
                .toList();
        return PageView.of(
                "plan/report/differences",
                new DifferencesPage(frames.frame(shown, null, t), rows, renamed(new ReportId(report), t)));
    }

    private List<String> renamed(ReportId report, Words t) {
        return filed.findRenamed(report).stream()
                .map(each -> t.say(
                        "report.renamed.line",
                        t.dateTime(each.at()),
                        each.kind().name(),
                        each.standIn(),
                        each.wasSha256()))
                .toList();
    }

    private static DifferencesPage.DifferenceRow row(
            ReportDifference difference, Map<ActionId, PlanLine> served, Words t) {
        Tone tone =
                switch (difference.kind()) {
                    case ADDED -> Tone.OK;
                    case CHANGED -> Tone.WARN;
                    case WITHDRAWN, PERMISSION -> Tone.BAD;
                };
        ReportFact shown = difference.shown();
        return new DifferencesPage.DifferenceRow(
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
            lines.add(org.convergence.plan.report.domain.FigureFormatter.participations(
                    org.convergence.plan.report.domain.FigureCounter.count(List.of(fact)), t));
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
