package org.convergence.plan.report.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Goal;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Contents.Standing;
import org.convergence.plan.report.domain.FigureDrafting;
import org.convergence.plan.report.domain.FigureDrafting.Gap;
import org.convergence.plan.report.domain.FigureWords;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final ReportViews views;
    private final FigureDrafting figures;

    ReportFigureController(ReportViews views, FigureDrafting figures) {
        this.views = views;
        this.figures = figures;
    }

    private record Explaining(int version, String words) {}

    @GetMapping("/gap/{action}")
    ModelAndView explain(@PathVariable UUID report, @PathVariable UUID action, Words t) {
        return page(views.of(report), action, now(report, action), null, t);
    }

    @PostMapping("/gap/{action}")
    ModelAndView explain(@PathVariable UUID report, @PathVariable UUID action, Form form, Words t) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> {
                    String words = answers.optionalText("words", LONGEST);
                    return new Explaining(answers.version(), words == null ? "" : words);
                },
                said -> {
                    figures.explain(shown.id(), new ActionId(action), said.version(), said.words());
                    return Go.to(home(shown, action)).saying("report.explained");
                },
                () -> page(shown, action, form, null, t),
                since -> {
                    Form theirs = now(report, action);
                    return page(
                            shown,
                            action,
                            form,
                            Conflict.between(
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
        figures.findRight(new ReportId(report), new MeansId(means));
        return back(report, means)
                .saying("report.found-right")
                .undo(Shown.url(new ReportId(report), "/figures/" + means + "/doubt"));
    }

    /** Withdraws the confirmation. */
    @PostMapping("/figures/{means}/doubt")
    ModelAndView doubt(@PathVariable UUID report, @PathVariable UUID means) {
        figures.doubt(new ReportId(report), new MeansId(means));
        return back(report, means).saying("report.doubted");
    }

    private static Go back(UUID report, UUID means) {
        return Go.to(Shown.url(
                new ReportId(report),
                "/section/" + SectionRef.of(new MeansId(means)).slug()));
    }

    private Form now(UUID report, UUID action) {
        Gap gap = figures.gap(new ReportId(report), new ActionId(action));
        return Form.blank()
                .with("words", gap.words())
                .with("before", gap.words())
                .at(gap.version());
    }

    private static ModelAndView page(Shown shown, UUID action, Form form, @Nullable Conflict conflict, Words t) {
        Optional<Goal> goal = shown.contents().parts().stream()
                .flatMap(part -> part.goals().stream())
                .filter(each -> each.action().equals(action))
                .findFirst();
        return Page.of(
                "plan/report/gap",
                new FormPage(
                        goal.isPresent() ? "report.gap" : "report.late",
                        shown.listed().title(),
                        goal.map(each -> t.say(
                                        "report.gap.subject",
                                        each.label(),
                                        FigureWords.target(each, t),
                                        FigureWords.reached(each, t)))
                                .orElseGet(() -> standing(shown, action)),
                        shown.url("/gap/" + action),
                        home(shown, action),
                        form,
                        conflict));
    }

    private static String standing(Shown shown, UUID action) {
        return shown.contents().parts().stream()
                .flatMap(part -> part.standing().stream())
                .filter(each -> each.action().equals(action))
                .findFirst()
                .map(Standing::label)
                .orElseThrow(() -> new NotFound("target"));
    }

    private static String home(Shown shown, UUID action) {
        Part part = shown.contents().parts().stream()
                .filter(each ->
                        each.goals().stream().anyMatch(goal -> goal.action().equals(action))
                                || each.standing().stream()
                                        .anyMatch(late -> late.action().equals(action)))
                .findFirst()
                .orElseThrow(() -> new NotFound("target"));
        return shown.url("/section/" + part.ref().slug());
    }
}
