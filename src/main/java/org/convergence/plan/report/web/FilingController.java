package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.ReportFiling;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Files a report, or begins a new edition of a filed one. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.FILE)
class FilingController {

    private final ReportViews views;
    private final ReportFiling filing;

    FilingController(ReportViews views, ReportFiling filing) {
        this.views = views;
        this.filing = filing;
    }

    @GetMapping("/file")
    ModelAndView file(@PathVariable UUID report, Words t) {
        return filePage(views.of(report), Form.blank(), t);
    }

    @PostMapping("/file")
    ModelAndView file(@PathVariable UUID report, Form form, Words t) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> true,
                yes -> {
                    filing.file(shown.id());
                    return Go.to(shown.url(""))
                            .saying("report.filed", shown.listed().title());
                },
                () -> filePage(views.of(report), form, t));
    }

    private ModelAndView filePage(Shown shown, Form form, Words t) {
        Draft draft = shown.draft();
        if (draft == null) {
            return Go.to(shown.url(""));
        }
        List<Lack> rest =
                draft.lacks().stream().filter(lack -> !lack.kind().blocks()).toList();
        return Page.of(
                "plan/report/file",
                new FilePage(
                        new FormPage(
                                "report.file",
                                shown.listed().title(),
                                null,
                                shown.url("/file"),
                                shown.url(""),
                                form,
                                null),
                        draft.blocking().stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList(),
                        rest.stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList()));
    }

    @GetMapping("/replace")
    ModelAndView replace(@PathVariable UUID report) {
        return replacePage(views.of(report), Form.blank());
    }

    @PostMapping("/replace")
    ModelAndView replace(@PathVariable UUID report, Form form) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> true,
                yes -> {
                    ReportId next = filing.replace(shown.id());
                    return Go.to(Shown.url(next, "")).saying("report.replaced");
                },
                () -> replacePage(shown, form));
    }

    private static ModelAndView replacePage(Shown shown, Form form) {
        return Page.of(
                "plan/report/replace",
                new FormPage(
                        "report.replace",
                        shown.listed().title(),
                        null,
                        shown.url("/replace"),
                        shown.url(""),
                        form,
                        null));
    }
}
