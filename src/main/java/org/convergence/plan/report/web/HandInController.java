package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.report.PaperDestination.DestinationMeeting;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.PaperPlacementService;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.RequestedDecisions;
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

/**
 * Adds a report to the papers of a meeting in one step: files it, adds its PDF to the agenda, its decisions as items.
 */
@Controller
@RequestMapping("/plan/report/{report}/hand-in")
@Requires(ReportPermissions.FILE)
class HandInController {

    private final ReportFrameAssembler frames;
    private final PaperPlacementService papers;

    HandInController(ReportFrameAssembler frames, PaperPlacementService papers) {
        this.frames = frames;
        this.papers = papers;
    }

    private record ReportHandInInput(UUID meeting, List<String> decisions) {}

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        Form form = Form.blank();
        papers.findComingMeetings().stream().findFirst().ifPresent(next -> form.with("meeting", next.id()));
        return page(shown, form.with("decisions", RequestedDecisions.extract(shown.contents())), t);
    }

    @PostMapping
    ModelAndView handIn(@PathVariable UUID report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> new ReportHandInInput(answers.id("meeting"), form.values("decisions")),
                said -> {
                    papers.place(shown.id(), said.meeting(), said.decisions());
                    return SeeOther.to(shown.url(""))
                            .withNotice("report.handed-in", shown.listed().title());
                },
                () -> page(frames.find(report), form, t),
                since -> page(frames.find(report), form, t));
    }

    private ModelAndView page(ShownReport shown, Form form, Words t) {
        List<DestinationMeeting> coming = papers.findComingMeetings();
        ReportDraft draft = shown.draft();
        return PageView.of(
                "plan/report/hand-in",
                new HandInPage(
                        new ReportFormPage(
                                "report.hand-in",
                                shown.listed().title(),
                                null,
                                shown.url("/hand-in"),
                                shown.url(""),
                                form,
                                null),
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
}
