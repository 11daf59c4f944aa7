package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.PastWordings;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final PastWordings past;
    private final OrganisationSettings settings;

    PlanFactsController(
            PlanBoards boards,
            PlanDrafting drafting,
            PlanAmending amending,
            PastWordings past,
            OrganisationSettings settings) {
        this.boards = boards;
        this.drafting = drafting;
        this.amending = amending;
        this.past = past;
        this.settings = settings;
    }

    private record Facts(
            int version, Wording.OfPlan words, @Nullable AmendmentNote note) {}

    @GetMapping("/edit")
    ModelAndView edit(@PathVariable UUID plan) {
        PlanHeader header = boards.header(new PlanId(plan));
        Rights.requireWriting(header);
        Form form = PlanForms.of(header.facts()).at(header.version());
        return page(header, header.isDraft() ? form : PlanForms.noting(form, settings.today()), null);
    }

    @PostMapping("/edit")
    ModelAndView edit(@PathVariable UUID plan, Form form, Words t) {
        PlanHeader header = boards.header(new PlanId(plan));
        Rights.requireWriting(header);
        return form.submit(
                answers -> new Facts(
                        answers.version(),
                        PlanForms.facts(form, answers),
                        header.isDraft() ? null : PlanForms.note(answers)),
                facts -> change(header, facts),
                () -> page(header, form, null),
                since -> conflict(header, form, since, t));
    }

    private ModelAndView change(PlanHeader header, Facts facts) {
        AmendmentNote note = facts.note();
        if (note == null) {
            drafting.change(header.id(), facts.version(), facts.words());
        } else {
            amending.change(header.id(), facts.version(), facts.words(), note);
        }
        return Go.to(PlanTops.url(header, "")).saying("actionplan.edited");
    }

    private ModelAndView conflict(PlanHeader opened, Form mine, int since, Words t) {
        PlanHeader now = boards.header(opened.id());
        UUID id = now.id().value();
        var both = Conflict.between(
                mine,
                LineForms.of(past.at(Level.PLAN, id, since).orElse(now.facts())),
                PlanForms.of(now.facts()).at(now.version()),
                since,
                past.lastEditor(Level.PLAN, id),
                PlanForms.FACTS,
                (field, value) -> LinePlaces.shown(field, value, t));
        return page(now, mine, both);
    }

    private static ModelAndView page(PlanHeader header, Form form, @Nullable Conflict conflict) {
        return Page.of(
                "plan/actionplan/edit",
                new FormPage(
                        "actionplan.edit",
                        header.facts().title(),
                        null,
                        PlanTops.url(header, "/edit"),
                        PlanTops.url(header, ""),
                        form,
                        !header.isDraft(),
                        conflict));
    }

    @GetMapping("/discard")
    ModelAndView discard(@PathVariable UUID plan) {
        return discardPage(boards.header(new PlanId(plan)), Form.blank());
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable UUID plan, Form form) {
        PlanHeader header = boards.header(new PlanId(plan));
        return form.submit(
                answers -> true,
                yes -> {
                    drafting.discard(header.id());
                    return Go.to("/plan/actionplan")
                            .saying("actionplan.discarded", header.facts().title());
                },
                () -> discardPage(header, form));
    }

    private static ModelAndView discardPage(PlanHeader header, Form form) {
        return Page.of(
                "plan/actionplan/discard",
                new FormPage(
                        "actionplan.discard",
                        header.facts().title(),
                        null,
                        PlanTops.url(header, "/discard"),
                        PlanTops.url(header, ""),
                        form,
                        false,
                        null));
    }
}
