package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.domain.WordingHistory;
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

/** Edits a plan's own facts (title, kind, period), and discards drafts. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.DRAFT)
class PlanFactsController {

    private final PlanBoardQueries boards;
    private final PlanDraftService planDraftService;
    private final PlanAmendmentService planAmendmentService;
    private final WordingHistory past;
    private final OrganisationSettings settings;

    PlanFactsController(
            PlanBoardQueries boards,
            PlanDraftService planDraftService,
            PlanAmendmentService planAmendmentService,
            WordingHistory past,
            OrganisationSettings settings) {
        this.boards = boards;
        this.planDraftService = planDraftService;
        this.planAmendmentService = planAmendmentService;
        this.past = past;
        this.settings = settings;
    }

    private record PlanFactsInput(
            int version,
            LineWording.PlanWording words,
            @Nullable AmendmentNote note) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID plan) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        PlanRights.requireEdit(header);
        Form form = PlanForm.fill(header.facts()).atVersion(header.version());
        return page(header, header.isDraft() ? form : PlanForm.withDecisionDate(form, settings.today()), null);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID plan, Form form, Words t) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        PlanRights.requireEdit(header);
        return form.submit(
                answers -> new PlanFactsInput(
                        answers.version(),
                        PlanForm.facts(form, answers),
                        header.isDraft() ? null : PlanForm.note(answers)),
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
                (field, value) -> LineUrls.formatValue(field, value, t));
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
    ModelAndView discard(@PathVariable UUID plan) {
        return discardPage(boards.findHeader(new PlanId(plan)), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID plan, Form form) {
        PlanHeader header = boards.findHeader(new PlanId(plan));
        return form.submit(
                answers -> true,
                yes -> {
                    planDraftService.discard(header.id());
                    return SeeOther.to("/plan/actionplan")
                            .withNotice("actionplan.discarded", header.facts().title());
                },
                () -> discardPage(header, form));
    }

    private static ModelAndView discardPage(PlanHeader header, Form form) {
        return PageView.of(
                "plan/actionplan/discard",
                new PlanFormPage(
                        "actionplan.discard",
                        header.facts().title(),
                        null,
                        PlanHeadAssembler.url(header, "/discard"),
                        PlanHeadAssembler.url(header, ""),
                        form,
                        false,
                        null));
    }
}
