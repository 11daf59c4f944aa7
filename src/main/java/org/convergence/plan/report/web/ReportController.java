package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Standing;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.PaperMaker;
import org.convergence.plan.report.domain.PaperPlacing;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A report as a whole: its figures, its lacks, and its text. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.READ)
class ReportController {

    private final ReportViews views;
    private final PaperPlacing papers;

    ReportController(ReportViews views, PaperPlacing papers) {
        this.papers = papers;
        this.views = views;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        return Page.of(
                "plan/report/overview",
                new OverviewPage(
                        views.frame(shown, null, t),
                        NextSteps.of(shown, t),
                        PageRenderer.html(PaperMaker.overview(shown.contents(), t), t),
                        papers.of(shown.id()).stream()
                                .map(each -> new ReportFrame.Link(HandInController.name(each, t), each.url()))
                                .toList(),
                        Gestures.of(shown, t)));
    }

    /** The late or waiting actions in the report. */
    @GetMapping("/lines")
    ModelAndView lines(@PathVariable UUID report, Form asked, Words t) {
        Shown shown = views.of(report);
        ActionState state = asked.read(answers -> answers.choice("state", ActionState.class));
        return Page.of(
                "plan/report/lines",
                new StandingPage(
                        views.frame(shown, null, t),
                        t.say("report.lines", state.name()),
                        t.say("report.lines.as-of", shown.contents().head().statesOn()),
                        shown.contents().standing(state).stream()
                                .map(each -> row(each, t))
                                .toList()));
    }

    private static StandingPage.Row row(Standing each, Words t) {
        String since = each.since() == null ? "" : t.date(each.since());
        return new StandingPage.Row(
                each.label(),
                "/plan/actionplan/action/" + each.action(),
                since.isEmpty() && each.state() == ActionState.LATE ? t.say("report.note.late-rhythm") : since,
                each.reason().isBlank() ? t.say("report.note.no-reason") : each.reason());
    }

    /** The lacks, section by section. */
    @GetMapping("/lacks")
    ModelAndView lacks(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        Draft draft = shown.draft();
        if (draft == null) {
            return Go.to(shown.url(""));
        }
        List<LacksPage.Row> rows = new ArrayList<>();
        for (Lack lack : draft.lacks()) {
            rows.add(row(shown, lack, t));
        }
        return Page.of("plan/report/lacks", new LacksPage(views.frame(shown, null, t), rows));
    }

    static LacksPage.Row row(Shown shown, Lack lack, Words t) {
        SectionRef ref = lack.section();
        String section = ref == null
                ? t.say("report.whole")
                : shown.contents()
                        .part(ref)
                        .map(part -> PartHeadings.of(part, t))
                        .orElse("");
        return new LacksPage.Row(
                section,
                LackLinks.of(shown, lack),
                Saying.tone(lack.kind().state()),
                Saying.state(lack.kind().state(), t),
                Saying.lack(shown.listed().audience(), lack, t),
                lack.kind().blocks());
    }

    /** The complete text of the report. */
    @GetMapping("/paper")
    ModelAndView paper(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        return Page.of(
                "plan/report/paper",
                new PaperPage(
                        views.frame(shown, null, t), PageRenderer.html(PaperMaker.page(views.showable(shown), t), t)));
    }
}
