package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFilingService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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

    private final ReportFrameAssembler frames;
    private final ReportFilingService filing;

    FilingController(ReportFrameAssembler frames, ReportFilingService filing) {
        this.frames = frames;
        this.filing = filing;
    }

    @GetMapping("/file")
    ModelAndView file(@PathVariable UUID report, Words t) {
        return filePage(frames.find(report), Form.blank(), t);
    }

    @PostMapping("/file")
    ModelAndView file(@PathVariable UUID report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> true,
                yes -> {
                    filing.file(shown.id());
                    return SeeOther.to(shown.url(""))
                            .withNotice("report.filed", shown.listed().title());
                },
                () -> filePage(frames.find(report), form, t));
    }

    private ModelAndView filePage(ShownReport shown, Form form, Words t) {
        ReportDraft draft = shown.draft();
        if (draft == null) {
            return SeeOther.to(shown.url(""));
        }
        List<Lack> rest =
                draft.lacks().stream().filter(lack -> !lack.kind().blocks()).toList();
        return PageView.of(
                "plan/report/file",
                new ReportFilingPage(
                        new ReportFormPage(
                                "report.file",
                                shown.listed().title(),
                                null,
                                shown.url("/file"),
                                shown.url(""),
                                form,
                                null),
                        draft.blockingLacks().stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList(),
                        rest.stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList()));
    }

    @GetMapping("/replace")
    ModelAndView replace(@PathVariable UUID report) {
        return replacePage(frames.find(report), Form.blank());
    }

    @PostMapping("/replace")
    ModelAndView replace(@PathVariable UUID report, Form form) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> true,
                yes -> {
                    ReportId next = filing.replace(shown.id());
                    return SeeOther.to(ShownReport.url(next, "")).withNotice("report.replaced");
                },
                () -> replacePage(shown, form));
    }

    private static ModelAndView replacePage(ShownReport shown, Form form) {
        return PageView.of(
                "plan/report/replace",
                new ReportFormPage(
                        "report.replace",
                        shown.listed().title(),
                        null,
                        shown.url("/replace"),
                        shown.url(""),
                        form,
                        null));
    }
}
