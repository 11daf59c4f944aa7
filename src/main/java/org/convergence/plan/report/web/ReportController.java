package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.PaperMaker;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A report as a whole: its figures, what is missing, and how it will read. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.READ)
class ReportController {

    private final ReportViews views;

    ReportController(ReportViews views) {
        this.views = views;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        return Page.of(
                "plan/report/overview",
                new OverviewPage(
                        views.frame(shown, null, t),
                        PageRenderer.html(PaperMaker.figures(shown.contents(), t), t),
                        Gestures.of(shown, t)));
    }

    /** What is missing, section by section. */
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
                Saying.lack(lack, t),
                lack.kind().blocks());
    }

    /** How the report will read, whole. */
    @GetMapping("/paper")
    ModelAndView paper(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        return Page.of(
                "plan/report/paper",
                new PaperPage(
                        views.frame(shown, null, t), PageRenderer.html(PaperMaker.page(views.showable(shown), t), t)));
    }
}
