package org.convergence.plan.report.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FigureFormatter;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.plan.report.domain.ReportFigureService;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Explains gaps and confirms the figures of a report. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.WRITE)
class ReportFigureController {

    private static final int LONGEST = 2_000;

    private final ReportFrameAssembler frames;
    private final ReportFigureService figures;

    ReportFigureController(ReportFrameAssembler frames, ReportFigureService figures) {
        this.frames = frames;
        this.figures = figures;
    }

    private record ExplanationChange(int version, String words) {}

    @GetMapping("/gap/{action}")
    ModelAndView explain(@PathVariable UUID report, @PathVariable UUID action, Words t) {
        return page(frames.find(report), action, now(report, action), null, t);
    }

    @PostMapping("/gap/{action}")
    ModelAndView explain(@PathVariable UUID report, @PathVariable UUID action, Form form, Words t) {
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
    ModelAndView right(@PathVariable UUID report, @PathVariable UUID means) {
        figures.confirm(new ReportId(report), new MeansId(means));
        return back(report, means)
                .withNotice("report.found-right")
                .withUndo(ShownReport.url(new ReportId(report), "/figures/" + means + "/doubt"));
    }

    /** Withdraws the confirmation. */
    @PostMapping("/figures/{means}/doubt")
    ModelAndView doubt(@PathVariable UUID report, @PathVariable UUID means) {
        figures.withdrawConfirmation(new ReportId(report), new MeansId(means));
        return back(report, means).withNotice("report.doubted");
    }

    private static SeeOther back(UUID report, UUID means) {
        return SeeOther.to(ShownReport.url(
                new ReportId(report),
                "/section/" + SectionRef.of(new MeansId(means)).slug()));
    }

    private Form now(UUID report, UUID action) {
        GapExplanation gap = figures.findExplanation(new ReportId(report), new ActionId(action));
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
}
