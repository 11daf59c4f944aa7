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
import org.convergence.plan.report.domain.Difference;
import org.convergence.plan.report.domain.Fact;
import org.convergence.plan.report.domain.FiledReports;
import org.convergence.plan.report.domain.PlaceChapter;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
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

    private final ReportViews views;
    private final FiledReports filed;
    private final ActionPlans plans;

    DifferenceController(ReportViews views, FiledReports filed, ActionPlans plans) {
        this.plans = plans;
        this.views = views;
        this.filed = filed;
    }

    @GetMapping("/plan/report/{report}/differences")
    @Requires(ReportPermissions.READ)
    ModelAndView show(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        List<Difference> differences = views.differences(shown);
        Map<ActionId, PlanLine> served = plans.linesOf(differences.stream()
                .flatMap(each -> Stream.of(each.then(), each.now()))
                .flatMap(Stream::ofNullable)
                .flatMap(fact -> fact.actions().stream())
                .map(ActionId::new)
                .collect(Collectors.toSet()));
        List<DifferencesPage.Row> rows = differences.stream()
                .map(difference -> row(difference, served, t))
                .toList();
        return Page.of(
                "plan/report/differences",
                new DifferencesPage(views.frame(shown, null, t), rows, renamed(new ReportId(report), t)));
    }

    private List<String> renamed(ReportId report, Words t) {
        return filed.renamed(report).stream()
                .map(each -> t.say(
                        "report.renamed.line",
                        t.dateTime(each.at()),
                        each.kind().name(),
                        each.standIn(),
                        each.wasSha256()))
                .toList();
    }

    private static DifferencesPage.Row row(Difference difference, Map<ActionId, PlanLine> served, Words t) {
        Tone tone =
                switch (difference.kind()) {
                    case ADDED -> Tone.OK;
                    case CHANGED -> Tone.WARN;
                    case WITHDRAWN, PERMISSION -> Tone.BAD;
                };
        Fact shown = difference.shown();
        return new DifferencesPage.Row(
                tone,
                t.say("report.difference." + difference.kind().name().toLowerCase(java.util.Locale.ROOT)),
                shown.title(),
                "/plan/realisation/" + shown.id(),
                difference.then() == null ? List.of() : told(difference.then(), difference.now(), served, t),
                difference.now() == null ? List.of() : told(difference.now(), difference.then(), served, t));
    }

    /** The data of one that differs from the other; all relevant data if there is no other. */
    private static List<String> told(Fact fact, @Nullable Fact other, Map<ActionId, PlanLine> served, Words t) {
        List<String> mine = lines(fact, served, t);
        if (other == null) {
            return mine;
        }
        List<String> theirs = lines(other, served, t);
        List<String> others =
                mine.stream().filter(line -> !theirs.contains(line)).toList();
        return others.isEmpty() ? List.of(t.say("report.difference.elsewhere")) : others;
    }

    private static List<String> lines(Fact fact, Map<ActionId, PlanLine> served, Words t) {
        List<String> lines = new ArrayList<>();
        lines.add(fact.title());
        lines.add(t.period(fact.from(), fact.to()));
        lines.add(t.say(fact.kind().key()));
        if (fact.place() != null) {
            lines.add(PlaceChapter.name(fact.place(), t));
        }
        Fact.Count count = fact.count();
        if (count != null) {
            lines.add(org.convergence.plan.report.domain.FigureWords.participations(
                    org.convergence.plan.report.domain.Tally.of(List.of(fact)), t));
        }
        if (!fact.organisations().isEmpty()) {
            lines.add(
                    fact.organisations().stream().map(Fact.Organisation::brief).collect(Collectors.joining(", ")));
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
