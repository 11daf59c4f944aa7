package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.domain.StoredSection;
import org.convergence.plan.report.domain.StoredSection.SectionInstructions;
import org.convergence.plan.report.web.ReportFormPage.ReportDescriptionPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Conflict;
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

/** Writes the sections of a report, edits its description and the instructions of its sections, and deletes it. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.WRITE)
record ReportEditController(
        ReportFrameAssembler frames,
        ReportDraftingService reportDraftingService,
        SectionPageAssembler pages,
        ReportQueries reports) {

    /** The limit of the column; a text too long for the report is shown as such, and only prevents the filing. */
    private static final int LONGEST = 60_000;

    private record ReportDescriptionChange(int version, BeginReportCommand facts) {}

    private record InstructionsChange(int version, SectionInstructions facts) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable ReportId report, Words t) {
        ShownReport shown = frames.find(report);
        return form(shown, ReportForm.of(shown.requireDraft()), t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable ReportId report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        ReportDraft draft = shown.requireDraft();
        return form.submit(
                answers -> new ReportDescriptionChange(
                        answers.version(),
                        ReportForm.read(
                                form,
                                answers,
                                draft.report().planId(),
                                draft.report().audience())),
                said -> reportDraftingService.describe(shown.id(), said.version(), said.facts()),
                SeeOther.to(shown.url("")).withNotice("report.edited"),
                () -> form(shown, form, t));
    }

    private static ModelAndView form(ShownReport shown, Form form, Words t) {
        return PageView.of(
                "plan/report/edit",
                new ReportDescriptionPage(
                        shown.form("report.edit", null, "/edit", "", form),
                        List.of(),
                        shown.listed().audience().slug(),
                        ReportForm.languages(t)));
    }

    @GetMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable ReportId report, @PathVariable String section, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ref(section);
        ReportDraft draft = shown.requireDraft();
        Audience audience = shown.listed().audience();
        Form form = ReportForm.of(
                draft.findSection(ref),
                draft.writers().get(ref),
                SectionPageAssembler.usualInstruction(audience, ref, t),
                ReportShape.of(audience));
        return describe(shown, ref, form, t);
    }

    @PostMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable ReportId report, @PathVariable String section, Form form, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ref(section);
        return form.submit(
                answers -> new InstructionsChange(
                        answers.version(),
                        ReportForm.read(
                                answers,
                                SectionPageAssembler.usualInstruction(
                                        shown.listed().audience(), ref, t))),
                said -> reportDraftingService.describe(shown.id(), ref, said.version(), said.facts()),
                SeeOther.to(shown.url("/section/" + ref.slug())).withNotice("report.described"),
                () -> describe(shown, ref, form, t));
    }

    private static ModelAndView describe(ShownReport shown, SectionRef ref, Form form, Words t) {
        ReportPart part = shown.contents().part(ref).orElseThrow(() -> new NotFound("section"));
        return PageView.of(
                "plan/report/describe",
                shown.form(
                        "report.describe",
                        PartHeadingFormatter.format(part, t),
                        "/section/" + ref.slug() + "/edit",
                        "/section/" + ref.slug(),
                        form));
    }

    @GetMapping("/discard")
    ModelAndView discard(@PathVariable ReportId report) {
        return discard(frames.find(report), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable ReportId report, Form form) {
        ShownReport shown = frames.find(report);
        return form.submit(
                answers -> true,
                yes -> {
                    reportDraftingService.delete(shown.id());
                    return SeeOther.to("/plan/report")
                            .withNotice("report.discarded", shown.listed().title());
                },
                () -> discard(shown, form));
    }

    private static ModelAndView discard(ShownReport shown, Form form) {
        shown.requireDraft();
        return PageView.of("plan/report/discard", shown.form("report.discard", null, "/discard", "", form));
    }

    @GetMapping("/section/{section}")
    @Requires(ReportPermissions.READ)
    ModelAndView show(@PathVariable ReportId report, @PathVariable String section, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ref(section);
        ReportDraft draft = shown.draft();
        Form form = draft == null ? Form.blank() : now(draft, ref);
        return pages.assemble(shown, ref, form, null, t);
    }

    @PostMapping("/section/{section}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView write(@PathVariable ReportId report, @PathVariable String section, Form form, Words t) {
        SectionRef ref = ref(section);
        boolean takes = form.value("gesture").equals("take");
        return form.submit(
                answers -> {
                    String text = answers.optionalText("text", LONGEST);
                    return new SectionTextChange(answers.version(), text == null ? "" : text, takes);
                },
                writing -> write(report, ref, writing),
                () -> pages.assemble(draft(report), ref, form, null, t),
                since -> {
                    ShownReport shown = draft(report);
                    StoredSection now = shown.requireDraft().findSection(ref);
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
    @PostMapping("/section/{section}/restore/{version}")
    @Requires(ReportPermissions.WRITE)
    ModelAndView restore(@PathVariable ReportId report, @PathVariable String section, @PathVariable int version) {
        SectionRef ref = ref(section);
        StoredSection now = frames.find(report).requireDraft().findSection(ref);
        if (now.version() != version + 1) {
            throw new Refused("report.refused.written-since");
        }
        reportDraftingService.write(report, ref, now.version(), reports.textAt(now.id(), version));
        return SeeOther.to(ShownReport.url(report, "/section/" + ref.slug())).withNotice("report.restored");
    }

    private static Form now(ReportDraft draft, SectionRef ref) {
        StoredSection written = draft.findSection(ref);
        return Form.blank().with("text", written.text()).atVersion(written.version());
    }

    private ShownReport draft(ReportId report) {
        ShownReport shown = frames.find(report);
        shown.requireDraft();
        return shown;
    }

    private static SectionRef ref(String section) {
        return SectionRef.fromSlug(section).orElseThrow(() -> new NotFound("section"));
    }

    private record SectionTextChange(int version, String text, boolean takes) {}
}
