package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
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

/** Edits the wording of lines: at once in a draft, by an amendment once the plan is adopted. */
@Controller
@RequestMapping("/plan/actionplan/line/{level}/{line}/edit")
@Requires(ActionPlanPermissions.DRAFT)
class LineWordingController {

    private final PlanBoardQueries boards;
    private final PlanDraftService planDraftService;
    private final PlanAmendmentService planAmendmentService;
    private final WordingHistory past;
    private final OrganisationSettings settings;

    LineWordingController(
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

    private record WordingInput(
            int version, LineWording words, @Nullable AmendmentNote note) {}

    @GetMapping
    ModelAndView edit(@PathVariable LineLevel level, @PathVariable UUID line) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        Form form = LineForm.fill(facts.words()).atVersion(facts.version());
        return page(facts, facts.plan().isDraft() ? form : PlanForm.withDecisionDate(form, settings.today()), null);
    }

    @PostMapping
    ModelAndView edit(@PathVariable LineLevel level, @PathVariable UUID line, Form form, Words t) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        return form.submit(
                answers -> new WordingInput(
                        answers.version(),
                        LineForm.read(level, form, answers, facts.words()),
                        facts.plan().isDraft() ? null : PlanForm.note(answers)),
                rewording -> reword(facts, rewording),
                () -> page(facts, form, null),
                since -> conflict(facts, form, since, t));
    }

    private ModelAndView reword(LineFacts facts, WordingInput rewording) {
        var plan = facts.plan().id();
        AmendmentNote note = rewording.note();
        if (note == null) {
            planDraftService.reword(plan, facts.id(), rewording.version(), rewording.words());
        } else {
            planAmendmentService.reword(plan, facts.id(), rewording.version(), rewording.words(), note);
        }
        return SeeOther.to(LineUrls.returnUrl(facts)).withNotice("actionplan.line.saved");
    }

    private ModelAndView conflict(LineFacts facts, Form mine, int since, Words t) {
        LineFacts now = boards.findLine(facts.level(), facts.id());
        LineWording before =
                past.findAtVersion(facts.level(), facts.id(), since).orElse(now.words());
        var both = Conflict.merge(
                mine,
                LineForm.fill(before),
                LineForm.fill(now.words()).atVersion(now.version()),
                since,
                past.lastEditor(facts.level(), facts.id()),
                LineForm.fields(facts.level()),
                (field, value) -> LineUrls.formatValue(field, value, t));
        return page(now, mine, both);
    }

    private static ModelAndView page(LineFacts facts, Form form, @Nullable Conflict conflict) {
        String home = LineUrls.returnUrl(facts);
        return PageView.of(
                "plan/actionplan/edit-" + PlanFormatter.slug(facts.level()),
                new PlanFormPage(
                        facts.plan().isDraft() ? "actionplan.line.edit" : "actionplan.line.amend",
                        facts.plan().facts().title(),
                        facts.words().label(),
                        LineUrls.url(facts.level(), facts.id(), "/edit"),
                        home,
                        form,
                        !facts.plan().isDraft(),
                        conflict));
    }
}
