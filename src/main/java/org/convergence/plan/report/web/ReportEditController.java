package org.convergence.plan.report.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.BeginReport;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.AudienceShape;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.Draft;
import org.convergence.plan.report.domain.PartHeadings;
import org.convergence.plan.report.domain.ReportDrafting;
import org.convergence.plan.report.domain.SectionFacts;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
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

/** Edits the description of a drafted report and the instructions of its sections, and deletes it. */
@Controller
@RequestMapping("/plan/report/{report}")
@Requires(ReportPermissions.WRITE)
class ReportEditController {

    private final ReportViews views;
    private final ReportDrafting drafting;

    ReportEditController(ReportViews views, ReportDrafting drafting) {
        this.views = views;
        this.drafting = drafting;
    }

    private record Facts(int version, BeginReport facts) {}

    private record Section(int version, SectionFacts facts) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID report, Words t) {
        Shown shown = views.of(report);
        return form(shown, ReportForms.of(draft(shown)), t);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID report, Form form, Words t) {
        Shown shown = views.of(report);
        Draft draft = draft(shown);
        return form.submit(
                answers -> new Facts(
                        answers.version(),
                        ReportForms.read(
                                form,
                                answers,
                                draft.report().planId(),
                                draft.report().audience())),
                said -> {
                    drafting.describe(shown.id(), said.version(), said.facts());
                    return Go.to(shown.url("")).saying("report.edited");
                },
                () -> form(shown, form, t));
    }

    private static ModelAndView form(Shown shown, Form form, Words t) {
        return Page.of(
                "plan/report/edit",
                new EditPage(
                        new FormPage(
                                "report.edit",
                                shown.listed().title(),
                                null,
                                shown.url("/edit"),
                                shown.url(""),
                                form,
                                null),
                        List.of(),
                        shown.listed().audience().slug(),
                        ReportForms.languages(t)));
    }

    @GetMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable UUID report, @PathVariable String section, Words t) {
        Shown shown = views.of(report);
        SectionRef ref = ReportSectionController.ref(section);
        Draft draft = draft(shown);
        Audience audience = shown.listed().audience();
        Form form = ReportForms.of(
                draft.written(ref),
                draft.writers().get(ref),
                SectionPages.usualInstruction(audience, ref, t),
                AudienceShape.of(audience));
        return describe(shown, ref, form, t);
    }

    @PostMapping("/section/{section}/edit")
    ModelAndView describe(@PathVariable UUID report, @PathVariable String section, Form form, Words t) {
        Shown shown = views.of(report);
        SectionRef ref = ReportSectionController.ref(section);
        return form.submit(
                answers -> new Section(
                        answers.version(),
                        ReportForms.read(
                                answers,
                                SectionPages.usualInstruction(shown.listed().audience(), ref, t))),
                said -> {
                    drafting.describe(shown.id(), ref, said.version(), said.facts());
                    return Go.to(shown.url("/section/" + ref.slug())).saying("report.described");
                },
                () -> describe(shown, ref, form, t));
    }

    private static ModelAndView describe(Shown shown, SectionRef ref, Form form, Words t) {
        Part part = shown.contents().part(ref).orElseThrow(() -> new NotFound("section"));
        return Page.of(
                "plan/report/describe",
                new FormPage(
                        "report.describe",
                        shown.listed().title(),
                        PartHeadings.of(part, t),
                        shown.url("/section/" + ref.slug() + "/edit"),
                        shown.url("/section/" + ref.slug()),
                        form,
                        null));
    }

    @GetMapping("/discard")
    ModelAndView discard(@PathVariable UUID report) {
        return discard(views.of(report), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID report, Form form) {
        Shown shown = views.of(report);
        return form.submit(
                answers -> true,
                yes -> {
                    drafting.discard(shown.id());
                    return Go.to("/plan/report")
                            .saying("report.discarded", shown.listed().title());
                },
                () -> discard(shown, form));
    }

    private static ModelAndView discard(Shown shown, Form form) {
        draft(shown);
        return Page.of(
                "plan/report/discard",
                new FormPage(
                        "report.discard",
                        shown.listed().title(),
                        null,
                        shown.url("/discard"),
                        shown.url(""),
                        form,
                        null));
    }

    private static Draft draft(Shown shown) {
        Draft draft = shown.draft();
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft;
    }
}
