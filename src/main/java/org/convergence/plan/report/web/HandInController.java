package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.report.PaperDestination.Meeting;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Decisions;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.PaperPlacing;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Adds a report to the papers of a meeting in one step: files it, adds its PDF to the agenda, its decisions as items.
 */
@Controller
@RequestMapping("/plan/report/{report}/hand-in")
@Requires(ReportPermissions.FILE)
class HandInController {

    private final ReportViews views;
    private final PaperPlacing papers;

    HandInController(ReportViews views, PaperPlacing papers) {
        this.views = views;
        this.papers = papers;
    }

    private record Asked(UUID meeting, List<String> decisions) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        Form form = Form.blank();
        papers.coming().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return page(shown, form.with("decisions", Decisions.in(shown.contents())), t);
    }

    @PostMapping
    ModelAndView put(@PathVariable UUID report, Form form, Words t) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> new Asked(answers.id("meeting"), form.values("decisions")),
                said -> {
                    papers.put(shown.id(), said.meeting(), said.decisions());
                    return Go.to(shown.url(""))
                            .saying("report.handed-in", shown.listed().title());
                },
                () -> page(views.of(report), form, t),
                since -> page(views.of(report), form, t));
    }

    private ModelAndView page(Shown shown, Form form, Words t) {
        List<Meeting> coming = papers.coming();
        Draft draft = shown.draft();
        return Page.of(
                "plan/report/hand-in",
                new HandInPage(
                        new FormPage(
                                "report.hand-in",
                                shown.listed().title(),
                                null,
                                shown.url("/hand-in"),
                                shown.url(""),
                                form,
                                null),
                        coming.stream()
                                .map(each -> new Option(each.id().toString(), name(each, t)))
                                .toList(),
                        Decisions.in(shown.contents()).stream()
                                .map(each -> new Option(each, each))
                                .toList(),
                        Stream.ofNullable(draft)
                                .flatMap(each -> each.blocking().stream())
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList(),
                        draft != null));
    }

    /** « Conseil d’administration, 9 décembre 2026 ». */
    static String name(Meeting meeting, Words t) {
        return t.say("report.meeting", meeting.name(), meeting.day());
    }
}
