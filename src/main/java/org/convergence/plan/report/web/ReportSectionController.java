package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A section of a report: its text, its figures, its lacks. */
@Controller
@RequestMapping("/plan/report/{report}/section/{section}")
class ReportSectionController {

    /** The limit of the column; a text too long for the report is shown as such, and only prevents the filing. */
    private static final int LONGEST = 60_000;

    private final ReportFrameAssembler frames;
    private final SectionPageAssembler pages;
    private final ReportDraftingService reportDraftingService;
    private final ReportQueries reports;

    ReportSectionController(
            ReportFrameAssembler frames,
            SectionPageAssembler pages,
            ReportDraftingService reportDraftingService,
            ReportQueries reports) {
        this.frames = frames;
        this.pages = pages;
        this.reportDraftingService = reportDraftingService;
        this.reports = reports;
    }

    private record SectionTextChange(int version, String text, boolean takes) {}

    @GetMapping
    @Requires(ReportPermissions.READ)
    ModelAndView show(@PathVariable UUID report, @PathVariable String section, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ref(section);
        ReportDraft draft = shown.draft();
        Form form = draft == null ? Form.blank() : now(draft, ref);
        return pages.assemble(shown, ref, form, null, t);
    }

    @PostMapping
    @Requires(ReportPermissions.WRITE)
    ModelAndView write(@PathVariable UUID report, @PathVariable String section, Form form, Words t) {
        SectionRef ref = ref(section);
        boolean takes = form.value("gesture").equals("take");
        return form.submit(
                answers -> {
                    String text = answers.optionalText("text", LONGEST);
                    return new SectionTextChange(answers.version(), text == null ? "" : text, takes);
                },
                writing -> write(new ReportId(report), ref, writing),
                () -> pages.assemble(draft(report), ref, form, null, t),
                since -> {
                    ShownReport shown = draft(report);
                    StoredSection now = written(shown, ref);
                    Form before = Form.blank().with("text", reports.textAt(now.id(), since));
                    String who = reports.history(now.id(), 1).stream()
                            .findFirst()
                            .map(entry -> entry.who())
                            .orElse(null);
                    Conflict both = Conflict.merge(
                            form,
                            before,
                            Form.blank().with("text", now.text()).atVersion(now.version()),
                            since,
                            who,
                            List.of("text"),
                            (field, value) -> value);
                    return pages.assemble(shown, ref, form, both, t);
                });
    }

    private ModelAndView write(ReportId report, SectionRef ref, SectionTextChange writing) {
        String url = ShownReport.url(report, "/section/" + ref.slug());
        if (writing.takes()) {
            reportDraftingService.takeLastYears(report, ref, writing.version(), writing.text());
            return SeeOther.to(url).withNotice("report.taken").withUndo(url + "/restore/" + writing.version());
        }
        reportDraftingService.write(report, ref, writing.version(), writing.text());
        return SeeOther.to(url).withNotice("report.written");
    }

    /** Restores the text of a version, if it was not changed meanwhile. */
    @PostMapping("/restore/{version}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView restore(@PathVariable UUID report, @PathVariable String section, @PathVariable int version) {
        SectionRef ref = ref(section);
        StoredSection now = written(draft(report), ref);
        if (now.version() != version + 1) {
            throw new Refused("report.refused.written-since");
        }
        reportDraftingService.write(new ReportId(report), ref, now.version(), reports.textAt(now.id(), version));
        return SeeOther.to(ShownReport.url(new ReportId(report), "/section/" + ref.slug()))
                .withNotice("report.restored");
    }

    private static Form now(ReportDraft draft, SectionRef ref) {
        StoredSection written = draft.findSection(ref);
        return Form.blank().with("text", written.text()).atVersion(written.version());
    }

    private ShownReport draft(UUID report) {
        ShownReport shown = frames.find(report);
        if (shown.draft() == null) {
            throw new Refused("report.refused.filed");
        }
        return shown;
    }

    private static StoredSection written(ShownReport shown, SectionRef ref) {
        ReportDraft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft.findSection(ref);
    }

    static SectionRef ref(String section) {
        return SectionRef.fromSlug(section).orElseThrow(() -> new NotFound("section"));
    }
}
