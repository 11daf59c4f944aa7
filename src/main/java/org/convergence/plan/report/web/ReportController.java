package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.PaperPlacementService;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportPaperAssembler;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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

    private final ReportFrameAssembler frames;
    private final PaperPlacementService papers;

    ReportController(ReportFrameAssembler frames, PaperPlacementService papers) {
        this.papers = papers;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/overview",
                new ReportOverviewPage(
                        frames.frame(shown, null, t),
                        NoteNextSteps.list(shown, t),
                        PageRenderer.html(ReportPaperAssembler.overview(shown.contents(), t), t),
                        papers.findMeetings(shown.id()).stream()
                                .map(each ->
                                        new ReportFrame.ReportLink(HandInController.formatMeeting(each, t), each.url()))
                                .toList(),
                        ReportActions.of(shown, t)));
    }

    /** The late or waiting actions in the report. */
    @GetMapping("/lines")
    ModelAndView lines(@PathVariable UUID report, Form asked, Words t) {
        ShownReport shown = frames.find(report);
        ActionState state = asked.read(answers -> answers.choice("state", ActionState.class));
        return PageView.of(
                "plan/report/lines",
                new DelayedActionsPage(
                        frames.frame(shown, null, t),
                        t.say("report.lines", state.name()),
                        t.say("report.lines.as-of", shown.contents().head().statesOn()),
                        shown.contents().actionsInState(state).stream()
                                .map(each -> row(each, t))
                                .toList()));
    }

    private static DelayedActionsPage.DelayedActionRow row(DelayedAction each, Words t) {
        String since = each.since() == null ? "" : t.date(each.since());
        return new DelayedActionsPage.DelayedActionRow(
                each.label(),
                "/plan/actionplan/action/" + each.action(),
                since.isEmpty() && each.state() == ActionState.LATE ? t.say("report.note.late-rhythm") : since,
                each.reason().isBlank() ? t.say("report.note.no-reason") : each.reason());
    }

    /** The lacks, section by section. */
    @GetMapping("/lacks")
    ModelAndView lacks(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        ReportDraft draft = shown.draft();
        if (draft == null) {
            return SeeOther.to(shown.url(""));
        }
        List<LacksPage.LackRow> rows = new ArrayList<>();
        for (Lack lack : draft.lacks()) {
            rows.add(row(shown, lack, t));
        }
        return PageView.of("plan/report/lacks", new LacksPage(frames.frame(shown, null, t), rows));
    }

    static LacksPage.LackRow row(ShownReport shown, Lack lack, Words t) {
        SectionRef ref = lack.section();
        String section = ref == null
                ? t.say("report.whole")
                : shown.contents()
                        .part(ref)
                        .map(part -> PartHeadingFormatter.format(part, t))
                        .orElse("");
        return new LacksPage.LackRow(
                section,
                LackLinkResolver.addressOf(shown, lack),
                ReportFormatter.tone(lack.kind().state()),
                ReportFormatter.state(lack.kind().state(), t),
                ReportFormatter.lack(shown.listed().audience(), lack, t),
                lack.kind().blocks());
    }

    /** The complete text of the report. */
    @GetMapping("/paper")
    ModelAndView paper(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/paper",
                new ReportPaperPage(
                        frames.frame(shown, null, t),
                        PageRenderer.html(ReportPaperAssembler.page(frames.shownContents(shown), t), t)));
    }
}
