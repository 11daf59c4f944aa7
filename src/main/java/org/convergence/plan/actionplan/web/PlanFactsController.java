package org.convergence.plan.actionplan.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.AdoptionSentence;
import org.convergence.plan.actionplan.domain.PlanAdoptionService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.plan.actionplan.web.PlanFormPage.PlanAdoptionPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Edits a plan's own facts (title, kind, period), adopts and closes plans, and discards drafts. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.DRAFT)
record PlanFactsController(
        PlanBoardQueries boards,
        PlanDraftService planDraftService,
        PlanAmendmentService planAmendmentService,
        WordingHistory past,
        OrganisationSettings settings,
        PlanAdoptionService adoption,
        DecisionForm decisions) {

    private record PlanFactsInput(
            int version,
            LineWording.PlanWording words,
            @Nullable AmendmentNote note) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable PlanId plan) {
        PlanHeader header = boards.findHeader(plan);
        PlanRights.requireEdit(header);
        Form form = PlanForm.fill(header.facts()).atVersion(header.version());
        return page(header, PlanForm.withDecisionDate(form, header, settings.today()), null);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable PlanId plan, Form form, Words t) {
        PlanHeader header = boards.findHeader(plan);
        PlanRights.requireEdit(header);
        return form.submit(
                answers -> new PlanFactsInput(
                        answers.version(), PlanForm.facts(form, answers), PlanForm.note(answers, header)),
                facts -> change(header, facts),
                () -> page(header, form, null),
                since -> conflict(header, form, since, t));
    }

    private ModelAndView change(PlanHeader header, PlanFactsInput facts) {
        AmendmentNote note = facts.note();
        if (note == null) {
            planDraftService.updateFacts(header.id(), facts.version(), facts.words());
        } else {
            planAmendmentService.updateFacts(header.id(), facts.version(), facts.words(), note);
        }
        return SeeOther.to(PlanHeadAssembler.url(header, "")).withNotice("actionplan.edited");
    }

    private ModelAndView conflict(PlanHeader opened, Form mine, int since, Words t) {
        PlanHeader now = boards.findHeader(opened.id());
        UUID id = now.id().value();
        var both = Conflict.merge(
                mine,
                LineForm.fill(past.findAtVersion(LineLevel.PLAN, id, since).orElse(now.facts())),
                PlanForm.fill(now.facts()).atVersion(now.version()),
                since,
                past.lastEditor(LineLevel.PLAN, id),
                PlanForm.FACTS,
                (field, value) -> PlanFormatter.formatValue(field, value, t));
        return page(now, mine, both);
    }

    private static ModelAndView page(PlanHeader header, Form form, @Nullable Conflict conflict) {
        return PageView.of(
                "plan/actionplan/edit",
                new PlanFormPage(
                        "actionplan.edit",
                        header.facts().title(),
                        null,
                        PlanHeadAssembler.url(header, "/edit"),
                        PlanHeadAssembler.url(header, ""),
                        form,
                        !header.isDraft(),
                        conflict));
    }

    @GetMapping("/discard")
    ModelAndView discard(@PathVariable PlanId plan) {
        return page("discard", boards.findHeader(plan), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable PlanId plan, Form form) {
        PlanHeader header = boards.findHeader(plan);
        return form.submit(
                answers -> true,
                yes -> planDraftService.discard(header.id()),
                SeeOther.to("/plan/actionplan")
                        .withNotice("actionplan.discarded", header.facts().title()),
                () -> page("discard", header, form));
    }

    @GetMapping("/adopt")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView adopt(@PathVariable PlanId plan, Words t) {
        PlanHeader header = boards.findHeader(plan);
        AdoptionSentence said = AdoptionSentence.read(header.adoptionWords());
        Form form = Form.blank()
                .atVersion(header.version())
                .with("body", said.body())
                .with("date", said.date())
                .with("number", said.number());
        return adopting(header, form, t);
    }

    @PostMapping("/adopt")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView adopt(@PathVariable PlanId plan, Form form, Words t) {
        PlanHeader header = boards.findHeader(plan);
        decisions.cite(form);
        return form.submit(
                answers -> new AdoptionInput(answers.version(), DecisionForm.read(answers)),
                said -> adoption.adopt(header.id(), said.version(), said.decision()),
                SeeOther.to(PlanHeadAssembler.url(header, ""))
                        .withNotice("actionplan.adopted", header.facts().title())
                        .withUndo(PlanHeadAssembler.url(header, "/adopt/undo")),
                () -> adopting(
                        boards.findHeader(header.id()),
                        form.with("version", null)
                                .atVersion(boards.findHeader(header.id()).version()),
                        t));
    }

    @PostMapping("/adopt/undo")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView takeBack(@PathVariable UUID plan) {
        adoption.undoAdoption(new PlanId(plan));
        return SeeOther.to("/plan/actionplan/" + plan).withNotice("actionplan.adopted.undone");
    }

    @GetMapping("/close")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView close(@PathVariable PlanId plan) {
        PlanHeader header = boards.findHeader(plan);
        LocalDate today = settings.today();
        LocalDate end = header.facts().to();
        LocalDate day = end != null && end.isBefore(today) ? end : today;
        return page(header.isClosed() ? "reopen" : "close", header, Form.blank().with("on", day));
    }

    @PostMapping("/close")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView close(@PathVariable PlanId plan, Form form) {
        PlanHeader header = boards.findHeader(plan);
        return form.submit(
                answers -> answers.date("on"),
                day -> adoption.close(header.id(), day),
                SeeOther.to(PlanHeadAssembler.url(header, ""))
                        .withNotice("actionplan.closed", header.facts().title())
                        .withUndo(PlanHeadAssembler.url(header, "/reopen")),
                () -> page("close", header, form));
    }

    @PostMapping("/reopen")
    @Requires(ActionPlanPermissions.ADOPT)
    ModelAndView reopen(@PathVariable UUID plan) {
        adoption.reopen(new PlanId(plan));
        return SeeOther.to("/plan/actionplan/" + plan).withNotice("actionplan.reopened");
    }

    private ModelAndView adopting(PlanHeader header, Form form, Words t) {
        return PageView.of(
                "plan/actionplan/adopt",
                new PlanAdoptionPage(
                        PlanFormPage.of(header, "adopt", form), decisions.options(t), header.adoptionWords()));
    }

    private static ModelAndView page(String gesture, PlanHeader header, Form form) {
        return PageView.of("plan/actionplan/" + gesture, PlanFormPage.of(header, gesture, form));
    }

    private record AdoptionInput(int version, Decision decision) {}
}
