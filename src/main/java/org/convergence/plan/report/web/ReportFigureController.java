package org.convergence.plan.report.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.EvidenceFilter;
import org.convergence.plan.report.domain.EvidenceFilter.FigureMeasure;
import org.convergence.plan.report.domain.FigureFormatter;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.domain.ReportFigureService;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the evidence of figures, leaves realisations out, explains gaps and confirms the figures of a report. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.WRITE)
record ReportFigureController(ReportFrameAssembler frames, ReportFigureService figures) {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_REASON = 2_000;

    private record ExplanationChange(int version, String words) {}

    @GetMapping("/gap/{action}")
    ModelAndView explain(@PathVariable ReportId report, @PathVariable UUID action, Words t) {
        return page(frames.find(report), action, now(report, action), null, t);
    }

    @PostMapping("/gap/{action}")
    ModelAndView explain(@PathVariable ReportId report, @PathVariable UUID action, Form form, Words t) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> {
                    String words = answers.optionalText("words", LONGEST);
                    return new ExplanationChange(answers.version(), words == null ? "" : words);
                },
                said -> {
                    figures.explain(shown.id(), new ActionId(action), said.version(), said.words());
                    return SeeOther.to(home(shown, action)).withNotice("report.explained");
                },
                () -> page(shown, action, form, null, t),
                since -> {
                    Form theirs = now(report, action);
                    return page(
                            shown,
                            action,
                            form,
                            Conflict.merge(
                                    form,
                                    Form.blank().with("words", form.value("before")),
                                    theirs,
                                    since,
                                    null,
                                    List.of("words"),
                                    (field, value) -> value),
                            t);
                });
    }

    /** Confirms the figures of a means. */
    @PostMapping("/figures/{means}/right")
    ModelAndView right(@PathVariable ReportId report, @PathVariable MeansId means) {
        figures.confirm(report, means);
        return back(report, means)
                .withNotice("report.found-right")
                .withUndo(ShownReport.url(report, "/figures/" + means.value() + "/doubt"));
    }

    /** Withdraws the confirmation. */
    @PostMapping("/figures/{means}/doubt")
    ModelAndView doubt(@PathVariable ReportId report, @PathVariable MeansId means) {
        figures.withdrawConfirmation(report, means);
        return back(report, means).withNotice("report.doubted");
    }

    private static SeeOther back(ReportId report, MeansId means) {
        return SeeOther.to(
                ShownReport.url(report, "/section/" + SectionRef.of(means).slug()));
    }

    private Form now(ReportId report, UUID action) {
        GapExplanation gap = figures.findExplanation(report, new ActionId(action));
        return Form.blank()
                .with("words", gap.words())
                .with("before", gap.words())
                .atVersion(gap.version());
    }

    private static ModelAndView page(ShownReport shown, UUID action, Form form, @Nullable Conflict conflict, Words t) {
        Optional<TargetProgress> goal = shown.contents().parts().stream()
                .flatMap(part -> part.goals().stream())
                .filter(each -> each.action().equals(action))
                .findFirst();
        return PageView.of(
                "plan/report/gap",
                new ReportFormPage(
                        goal.isPresent() ? "report.gap" : "report.late",
                        shown.listed().title(),
                        goal.map(each -> t.say(
                                        "report.gap.subject",
                                        each.label(),
                                        FigureFormatter.target(each, t),
                                        FigureFormatter.formatReached(each, t)))
                                .orElseGet(() -> standing(shown, action)),
                        shown.url("/gap/" + action),
                        home(shown, action),
                        form,
                        conflict));
    }

    private static String standing(ShownReport shown, UUID action) {
        return shown.contents().parts().stream()
                .flatMap(part -> part.standing().stream())
                .filter(each -> each.action().equals(action))
                .findFirst()
                .map(DelayedAction::label)
                .orElseThrow(() -> new NotFound("target"));
    }

    private static String home(ShownReport shown, UUID action) {
        ReportPart part = shown.contents().parts().stream()
                .filter(each ->
                        each.goals().stream().anyMatch(goal -> goal.action().equals(action))
                                || each.standing().stream()
                                        .anyMatch(late -> late.action().equals(action)))
                .findFirst()
                .orElseThrow(() -> new NotFound("target"));
        return shown.url("/section/" + part.ref().slug());
    }

    @GetMapping("/evidence")
    @Requires(ReportPermissions.READ)
    ModelAndView evidence(@PathVariable ReportId report, Form asked, Words t) {
        EvidenceFilter choice = asked.read(answers -> choice(asked, answers));
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/evidence", EvidencePage.assemble(frames.frame(shown, null, t), shown, choice, t));
    }

    private static EvidenceFilter choice(Form asked, FormValues answers) {
        FigureMeasure counted = answers.optionalChoice("counted", FigureMeasure.class);
        return new EvidenceFilter(
                answers.optionalId("line"),
                asked.values("place").isEmpty() ? null : asked.value("place"),
                Stream.of(RealisationKind.values())
                        .filter(kind -> asked.values("kind").contains(kind.name()))
                        .toList(),
                answers.optionalId("organisation"),
                month(asked),
                counted == null ? FigureMeasure.REALISATIONS : counted);
    }

    private static @Nullable YearMonth month(Form asked) {
        YearMonth month = TextParser.month(asked.value("month")).orElse(null);
        if (month == null && asked.filled("month")) {
            asked.reject("month", "shell.form.date");
        }
        return month;
    }

    @GetMapping("/leave-out/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView leaveOut(@PathVariable ReportId report, @PathVariable UUID realisation) {
        return form(frames.find(report), realisation, Form.blank());
    }

    @PostMapping("/leave-out/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView leaveOut(@PathVariable ReportId report, @PathVariable UUID realisation, Form form) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> answers.text("reason", LONGEST_REASON),
                reason -> figures.leaveOut(shown.id(), new RealisationId(realisation), reason),
                SeeOther.to(evidenceUrl(shown, realisation))
                        .withNotice("report.left-out")
                        .withUndo(shown.url("/put-back/" + realisation)),
                () -> form(shown, realisation, form));
    }

    @PostMapping("/put-back/{realisation}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView putBack(@PathVariable ReportId report, @PathVariable RealisationId realisation) {
        ShownReport shown = frames.find(report);
        figures.includeAgain(shown.id(), realisation);
        return SeeOther.to(shown.url("/evidence")).withNotice("report.put-back");
    }

    private static ModelAndView form(ShownReport shown, UUID realisation, Form form) {
        ReportFact fact = fact(shown, realisation);
        return PageView.of(
                "plan/report/leave-out",
                new ReportFormPage(
                        "report.leave-out",
                        shown.listed().title(),
                        fact.title(),
                        shown.url("/leave-out/" + realisation),
                        evidenceUrl(shown, realisation),
                        form,
                        null));
    }

    private static ReportFact fact(ShownReport shown, UUID realisation) {
        ReportDraft draft = shown.draft();
        List<ReportFact> facts = draft == null ? List.of() : shown.contents().facts();
        return facts.stream()
                .filter(each -> each.id().equals(realisation))
                .findFirst()
                .orElseThrow(() -> new NotFound("realisation"));
    }

    /** The evidence of the first line that it serves. */
    private static String evidenceUrl(ShownReport shown, UUID realisation) {
        return shown.contents().facts().stream()
                .filter(each -> each.id().equals(realisation) && !each.means().isEmpty())
                .findFirst()
                .map(each -> shown.url("/evidence?line=" + each.means().get(0)))
                .orElseGet(() -> shown.url("/evidence"));
    }
}
