package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReportCommand;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.PartHeadingFormatter;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportDraftingService;
import org.convergence.plan.report.domain.ReportShape;
import org.convergence.plan.report.domain.SectionInstructions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
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

/** Edits the description of a drafted report and the instructions of its sections, and deletes it. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.WRITE)
class ReportEditController {

    private final ReportFrameAssembler frames;
    private final ReportDraftingService reportDraftingService;

    ReportEditController(ReportFrameAssembler frames, ReportDraftingService reportDraftingService) {
        this.frames = frames;
        this.reportDraftingService = reportDraftingService;
    }

    private record ReportDescriptionChange(int version, BeginReportCommand facts) {}

    private record InstructionsChange(int version, SectionInstructions facts) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID report, Words t) {
        ShownReport shown = frames.find(report);
        return form(shown, ReportForm.of(draft(shown)), t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID report, Form form, Words t) {
        ShownReport shown = frames.find(report);
        ReportDraft draft = draft(shown);
        return form.submit(
                answers -> new ReportDescriptionChange(
                        answers.version(),
                        ReportForm.read(
                                form,
                                answers,
                                draft.report().planId(),
                                draft.report().audience())),
                said -> {
                    reportDraftingService.describe(shown.id(), said.version(), said.facts());
                    return SeeOther.to(shown.url("")).withNotice("report.edited");
                },
                () -> form(shown, form, t));
    }

    private static ModelAndView form(ShownReport shown, Form form, Words t) {
        return PageView.of(
                "plan/report/edit",
                new ReportDescriptionPage(
                        new ReportFormPage(
                                "report.edit",
                                shown.listed().title(),
                                null,
                                shown.url("/edit"),
                                shown.url(""),
                                form,
                                null),
                        List.of(),
                        shown.listed().audience().slug(),
                        ReportForm.languages(t)));
    }

    @GetMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable UUID report, @PathVariable String section, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ReportSectionController.ref(section);
        ReportDraft draft = draft(shown);
        Audience audience = shown.listed().audience();
        Form form = ReportForm.of(
                draft.findSection(ref),
                draft.writers().get(ref),
                SectionPageAssembler.usualInstruction(audience, ref, t),
                ReportShape.of(audience));
        return describe(shown, ref, form, t);
    }

    @PostMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable UUID report, @PathVariable String section, Form form, Words t) {
        ShownReport shown = frames.find(report);
        SectionRef ref = ReportSectionController.ref(section);
        return form.submit(
                answers -> new InstructionsChange(
                        answers.version(),
                        ReportForm.read(
                                answers,
                                SectionPageAssembler.usualInstruction(
                                        shown.listed().audience(), ref, t))),
                said -> {
                    reportDraftingService.describe(shown.id(), ref, said.version(), said.facts());
                    return SeeOther.to(shown.url("/section/" + ref.slug())).withNotice("report.described");
                },
                () -> describe(shown, ref, form, t));
    }

    private static ModelAndView describe(ShownReport shown, SectionRef ref, Form form, Words t) {
        ReportPart part = shown.contents().part(ref).orElseThrow(() -> new NotFound("section"));
        return PageView.of(
                "plan/report/describe",
                new ReportFormPage(
                        "report.describe",
                        shown.listed().title(),
                        PartHeadingFormatter.format(part, t),
                        shown.url("/section/" + ref.slug() + "/edit"),
                        shown.url("/section/" + ref.slug()),
                        form,
                        null));
    }

    @GetMapping("/discard")
    ModelAndView discard(@PathVariable UUID report) {
        return discard(frames.find(report), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID report, Form form) {
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
        draft(shown);
        return PageView.of(
                "plan/report/discard",
                new ReportFormPage(
                        "report.discard",
                        shown.listed().title(),
                        null,
                        shown.url("/discard"),
                        shown.url(""),
                        form,
                        null));
    }

    private static ReportDraft draft(ShownReport shown) {
        ReportDraft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft;
    }
}
