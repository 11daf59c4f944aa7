package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.PaperPlacementService;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFilingService;
import org.convergence.plan.report.domain.RequestedDecisions;
import org.convergence.plan.report.web.ReportFormPage.HandInPage;
import org.convergence.plan.report.web.ReportFormPage.ReportFilingPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Files a report, adds it to the papers of a meeting, or begins a new edition of a filed one. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.FILE)
record FilingController(ReportFrameAssembler frames, ReportFilingService filing, PaperPlacementService papers) {

    @GetMapping("/file")
    ModelAndView file(@PathVariable ReportId report, Words t) {
        return filePage(frames.find(report), Form.blank(), t);
    }

    @PostMapping("/file")
    ModelAndView file(@PathVariable ReportId report, Form form, Words t) {
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
                        shown.form("report.file", null, "/file", "", form),
                        draft.blockingLacks().stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList(),
                        rest.stream()
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList()));
    }

    @GetMapping("/replace")
    ModelAndView replace(@PathVariable ReportId report) {
        return replacePage(frames.find(report), Form.blank());
    }

    @PostMapping("/replace")
    ModelAndView replace(@PathVariable ReportId report, Form form) {
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
        return PageView.of("plan/report/replace", shown.form("report.replace", null, "/replace", "", form));
    }

    /** Confirms the addition to the papers of a meeting. */
    @GetMapping("/hand-in")
    ModelAndView showHandIn(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        Form form = Form.blank();
        papers.findComingMeetings().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return handInPage(shown, form.with("decisions", RequestedDecisions.extract(shown.contents())), t);
    }

    /** Files the report, adds its PDF to the agenda of a meeting, and its decisions as items. */
    @PostMapping("/hand-in")
    ModelAndView handIn(@PathVariable ReportId report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> new ReportHandInInput(answers.id("meeting"), form.values("decisions")),
                said -> {
                    papers.place(shown.id(), said.meeting(), said.decisions());
                    return SeeOther.to(shown.url(""))
                            .withNotice("report.handed-in", shown.listed().title());
                },
                () -> handInPage(frames.find(report), form, t),
                since -> handInPage(frames.find(report), form, t));
    }

    private ModelAndView handInPage(ShownReport shown, Form form, Words t) {
        List<DestinationMeeting> coming = papers.findComingMeetings();
        ReportDraft draft = shown.draft();
        return PageView.of(
                "plan/report/hand-in",
                new HandInPage(
                        shown.form("report.hand-in", null, "/hand-in", "", form),
                        coming.stream()
                                .map(each -> new Option(each.id().toString(), formatMeeting(each, t)))
                                .toList(),
                        RequestedDecisions.extract(shown.contents()).stream()
                                .map(each -> new Option(each, each))
                                .toList(),
                        Stream.ofNullable(draft)
                                .flatMap(each -> each.blockingLacks().stream())
                                .map(lack -> ReportController.row(shown, lack, t))
                                .toList(),
                        draft != null));
    }

    /** « Conseil d’administration, 9 décembre 2026 ». */
    static String formatMeeting(DestinationMeeting meeting, Words t) {
        return t.say("report.meeting", meeting.name(), meeting.day());
    }

    private record ReportHandInInput(UUID meeting, List<String> decisions) {}
}
