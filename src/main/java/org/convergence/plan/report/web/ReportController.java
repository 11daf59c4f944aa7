package org.convergence.plan.report.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.FiledReportQueries;
import org.convergence.plan.report.domain.Lack;
import org.convergence.plan.report.domain.PaperPlacementService;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportFact;
import org.convergence.plan.report.domain.ReportPaperAssembler;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.web.ReportOverviewPage.DelayedActionsPage;
import org.convergence.plan.report.web.ReportOverviewPage.LacksPage;
import org.convergence.plan.report.web.ReportOverviewPage.ReportPaperPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PageRenderer;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A report as a whole: its figures, its lacks, its text and its files. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.READ)
record ReportController(
        ReportFrameAssembler frames,
        PaperPlacementService papers,
        ReportQueries reports,
        FiledReportQueries filed,
        ActionPlans plans) {

    @GetMapping
    ModelAndView show(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/overview",
                new ReportOverviewPage(
                        frames.frame(shown, null, t),
                        ReportOverviewPage.nextSteps(shown, t),
                        PageRenderer.html(ReportPaperAssembler.overview(shown.contents(), t), t),
                        papers.findMeetings(shown.id()).stream()
                                .map(each ->
                                        new ReportFrame.ReportLink(FilingController.formatMeeting(each, t), each.url()))
                                .toList(),
                        ReportActions.of(shown, t)));
    }

    /** The late or waiting actions in the report. */
    @GetMapping("/lines")
    ModelAndView lines(@PathVariable ReportId report, Form asked, Words t) {
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
    ModelAndView lacks(@PathVariable ReportId report, Words t) {
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
                ReportFormatter.addressOf(shown, lack),
                ReportFormatter.tone(lack.kind().state()),
                ReportFormatter.state(lack.kind().state(), t),
                ReportFormatter.lack(shown.listed().audience(), lack, t));
    }

    /** The complete text of the report. */
    @GetMapping("/paper")
    ModelAndView paper(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        return PageView.of(
                "plan/report/paper",
                new ReportPaperPage(
                        frames.frame(shown, null, t),
                        PageRenderer.html(ReportPaperAssembler.page(frames.shownContents(shown), t), t)));
    }

    @GetMapping("/download.{extension}")
    ResponseEntity<byte[]> download(@PathVariable ReportId report, @PathVariable String extension) {
        ShownReport shown = frames.find(report);
        if (shown.filed() != null) {
            return response(shown.listed().title(), filed.file(report, kind(extension)));
        }
        PaperFormat rendering = Stream.of(PaperFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
        byte[] bytes = reports.render(shown.contents(), shown.contents().head().language(), rendering);
        return response(shown.listed().title(), rendering, bytes);
    }

    static FiledFileKind kind(String extension) {
        return Stream.of(FiledFileKind.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NotFound("file"));
    }

    static ResponseEntity<byte[]> response(String title, PaperFormat rendering, byte[] bytes) {
        return named(title, rendering.extension(), rendering.mediaType()).body(bytes);
    }

    /** A filed file, with its hash as ETag. */
    static ResponseEntity<byte[]> response(String title, FiledFile file) {
        return named(title, file.kind().extension(), file.kind().mediaType())
                .eTag(file.sha256())
                .body(file.bytes());
    }

    private static ResponseEntity.BodyBuilder named(String title, String extension, String mediaType) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename(Slug.of(title) + "." + extension, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(mediaType));
    }

    /** The corrections since the report was filed. */
    @GetMapping("/differences")
    ModelAndView differences(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        List<FactDifference<ReportFact>> differences = frames.differences(shown);
        Map<ActionId, PlanLine> served = plans.findLinesById(differences.stream()
                .flatMap(each -> Stream.of(each.then(), each.now()))
                .flatMap(Stream::ofNullable)
                .flatMap(fact -> fact.actions().stream())
                .map(ActionId::new)
                .collect(Collectors.toSet()));
        List<DifferencesPage.DifferenceRow> rows = differences.stream()
                .map(difference -> DifferencesPage.row(difference, served, t))
                .toList();
        return PageView.of(
                "plan/report/differences", new DifferencesPage(frames.frame(shown, null, t), rows, renamed(report, t)));
    }

    private List<String> renamed(ReportId report, Words t) {
        return filed.findRenamed(report).stream()
                .map(each -> t.say(
                        "report.renamed.line",
                        t.dateTime(each.at()),
                        each.kind().name(),
                        each.standIn(),
                        each.wasSha256()))
                .toList();
    }
}
