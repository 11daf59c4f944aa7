package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PastWordings;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
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

/** Edits the wording of lines: at once in a draft, by an amendment once the plan is adopted. */
@Controller
@RequestMapping("/plan/actionplan/line/{level}/{line}/edit")
@Requires(ActionPlanPermissions.DRAFT)
class LineController {

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final PastWordings past;
    private final OrganisationSettings settings;

    LineController(
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

    private record Rewording(
            int version, Wording words, @Nullable AmendmentNote note) {}

    @GetMapping
    ModelAndView edit(@PathVariable Level level, @PathVariable UUID line) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        Form form = LineForms.of(facts.words()).at(facts.version());
        return page(facts, facts.plan().isDraft() ? form : PlanForms.noting(form, settings.today()), null);
    }

    @PostMapping
    ModelAndView edit(@PathVariable Level level, @PathVariable UUID line, Form form, Words t) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        return form.submit(
                answers -> new Rewording(
                        answers.version(),
                        LineForms.read(level, form, answers, facts.words()),
                        facts.plan().isDraft() ? null : PlanForms.note(answers)),
                rewording -> reword(facts, rewording),
                () -> page(facts, form, null),
                since -> conflict(facts, form, since, t));
    }

    private ModelAndView reword(LineFacts facts, Rewording rewording) {
        var plan = facts.plan().id();
        AmendmentNote note = rewording.note();
        if (note == null) {
            drafting.reword(plan, facts.id(), rewording.version(), rewording.words());
        } else {
            amending.reword(plan, facts.id(), rewording.version(), rewording.words(), note);
        }
        return Go.to(LinePlaces.home(facts)).saying("actionplan.line.saved");
    }

    private ModelAndView conflict(LineFacts facts, Form mine, int since, Words t) {
        LineFacts now = boards.line(facts.level(), facts.id());
        Wording before = past.at(facts.level(), facts.id(), since).orElse(now.words());
        var both = Conflict.between(
                mine,
                LineForms.of(before),
                LineForms.of(now.words()).at(now.version()),
                since,
                past.lastEditor(facts.level(), facts.id()),
                LineForms.fields(facts.level()),
                (field, value) -> LinePlaces.shown(field, value, t));
        return page(now, mine, both);
    }

    private static ModelAndView page(LineFacts facts, Form form, @Nullable Conflict conflict) {
        String home = LinePlaces.home(facts);
        return Page.of(
                "plan/actionplan/edit-" + Saying.slug(facts.level()),
                new FormPage(
                        facts.plan().isDraft() ? "actionplan.line.edit" : "actionplan.line.amend",
                        facts.plan().facts().title(),
                        facts.words().label(),
                        LinePlaces.url(facts.level(), facts.id(), "/edit"),
                        home,
                        form,
                        !facts.plan().isDraft(),
                        conflict));
    }
}
