package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.directory.people.DecisionForm;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.LinePosition;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanAmendmentService.AmendmentNote;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.plan.actionplan.domain.WordingHistory;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
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

/** Adds lines and edits their wording: at once in a draft, by an amendment once the plan is adopted. */
@Controller
@RequestMapping("/plan/actionplan")
@Requires(ActionPlanPermissions.DRAFT)
record LineWordingController(
        PlanBoardQueries boards,
        PlanDraftService planDraftService,
        PlanAmendmentService planAmendmentService,
        WordingHistory past,
        OrganisationSettings settings,
        DecisionForm decisions) {

    private record WordingInput(
            int version, LineWording words, @Nullable AmendmentNote note) {}

    @GetMapping("/line/{level}/{line}/edit")
    ModelAndView edit(@PathVariable LineLevel level, @PathVariable UUID line) {
        LineFacts facts = editable(level, line);
        Form form = LineForm.fill(facts.words()).atVersion(facts.version());
        return page(facts, PlanForm.withDecisionDate(form, facts.plan(), settings.today()), null);
    }

    @PostMapping("/line/{level}/{line}/edit")
    ModelAndView edit(@PathVariable LineLevel level, @PathVariable UUID line, Form form, Words t) {
        LineFacts facts = editable(level, line);
        return form.submit(
                answers -> new WordingInput(
                        answers.version(),
                        LineForm.read(level, form, answers, facts.words()),
                        PlanForm.note(answers, facts.plan())),
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
        return SeeOther.to(PlanFormatter.lineReturnUrl(facts)).withNotice("actionplan.line.saved");
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
                (field, value) -> PlanFormatter.formatValue(field, value, t));
        return page(now, mine, both);
    }

    private static ModelAndView page(LineFacts facts, Form form, @Nullable Conflict conflict) {
        return PageView.of(
                "plan/actionplan/edit-" + PlanFormatter.slug(facts.level()),
                PlanFormPage.of(
                        facts,
                        facts.plan().isDraft() ? "actionplan.line.edit" : "actionplan.line.amend",
                        "/edit",
                        form,
                        conflict));
    }

    @GetMapping("/{plan}/add/{level}")
    ModelAndView addToPlan(@PathVariable UUID plan, @PathVariable LineLevel level) {
        return blank(under(plan, level));
    }

    @PostMapping("/{plan}/add/{level}")
    ModelAndView addToPlan(@PathVariable UUID plan, @PathVariable LineLevel level, Form form) {
        return add(under(plan, level), form);
    }

    @GetMapping("/line/{level}/{line}/add")
    ModelAndView addToLine(@PathVariable LineLevel level, @PathVariable UUID line) {
        return blank(below(level, line));
    }

    @PostMapping("/line/{level}/{line}/add")
    ModelAndView addToLine(@PathVariable LineLevel level, @PathVariable UUID line, Form form) {
        return add(below(level, line), form);
    }

    private AdditionPlace under(UUID plan, LineLevel level) {
        if (level != LineLevel.OBJECTIVE && level != LineLevel.SECTION) {
            throw new NotFound("line");
        }
        PlanHeader header = boards.findHeader(new PlanId(plan));
        return new AdditionPlace(
                header,
                level,
                LinePosition.under(plan),
                null,
                PlanHeadAssembler.url(header, "/add/" + PlanFormatter.slug(level)),
                PlanHeadAssembler.url(header, "/text"));
    }

    private AdditionPlace below(LineLevel level, UUID line) {
        LineFacts facts = boards.findLine(level, line);
        LineLevel child =
                switch (level) {
                    case OBJECTIVE -> LineLevel.MEANS;
                    case MEANS, ACTION -> LineLevel.ACTION;
                    default -> throw new NotFound("line");
                };
        LinePosition place =
                level == LineLevel.ACTION ? new LinePosition(facts.above(), line, null) : LinePosition.under(line);
        return new AdditionPlace(
                facts.plan(),
                child,
                place,
                facts.words().label(),
                PlanFormatter.lineUrl(level, line, "/add"),
                PlanFormatter.lineReturnUrl(facts));
    }

    private ModelAndView blank(AdditionPlace under) {
        PlanRights.requireEdit(under.plan());
        Form form = LineForm.blank(under.level());
        return page(under, PlanForm.withDecisionDate(form, under.plan(), settings.today()));
    }

    private ModelAndView add(AdditionPlace under, Form form) {
        PlanRights.requireEdit(under.plan());
        return form.submit(
                answers -> new AdditionInput(
                        LineForm.read(under.level(), form, answers, null), PlanForm.note(answers, under.plan())),
                addition -> {
                    AmendmentNote note = addition.note();
                    PlanId plan = under.plan().id();
                    if (note == null) {
                        planDraftService.add(plan, under.place(), addition.words());
                    } else {
                        planAmendmentService.add(plan, under.place(), addition.words(), note);
                    }
                    return SeeOther.to(under.back()).withNotice("actionplan.line.added");
                },
                () -> page(under, form));
    }

    private static ModelAndView page(AdditionPlace under, Form form) {
        boolean part = under.place().parent() != null;
        return PageView.of(
                "plan/actionplan/edit-" + PlanFormatter.slug(under.level()),
                new PlanFormPage(
                        "actionplan.add." + (part ? "PART" : under.level().name()),
                        under.plan().facts().title(),
                        under.subject(),
                        under.url(),
                        under.back(),
                        form,
                        !under.plan().isDraft(),
                        null));
    }

    private record AdditionInput(
            LineWording words, @Nullable AmendmentNote note) {}

    /** The position of a new line. */
    private record AdditionPlace(
            PlanHeader plan,
            LineLevel level,
            LinePosition place,
            @Nullable String subject,
            String url,
            String back) {}

    @GetMapping("/decisions")
    @Requires(ActionPlanPermissions.AMEND)
    ModelAndView decisions(Words t) {
        return PageView.fragment("plan/actionplan/decisions", decisions.options(t));
    }

    /** @throws org.convergence.platform.database.Refused if the current actor may not edit the line */
    private LineFacts editable(LineLevel level, UUID line) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        return facts;
    }
}
