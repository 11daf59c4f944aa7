package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.LinePosition;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds lines to a plan, under the plan itself or under another line. */
@Controller
@RequestMapping("/plan/actionplan")
@Requires(ActionPlanPermissions.DRAFT)
class LineAdditionController {

    private final PlanBoardQueries boards;
    private final PlanDraftService planDraftService;
    private final PlanAmendmentService planAmendmentService;
    private final OrganisationSettings settings;

    LineAdditionController(
            PlanBoardQueries boards,
            PlanDraftService planDraftService,
            PlanAmendmentService planAmendmentService,
            OrganisationSettings settings) {
        this.boards = boards;
        this.planDraftService = planDraftService;
        this.planAmendmentService = planAmendmentService;
        this.settings = settings;
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
                LineUrls.url(level, line, "/add"),
                LineUrls.returnUrl(facts));
    }

    private ModelAndView blank(AdditionPlace under) {
        PlanRights.requireEdit(under.plan());
        Form form = LineForm.blank(under.level());
        return page(under, under.plan().isDraft() ? form : PlanForm.withDecisionDate(form, settings.today()));
    }

    private ModelAndView add(AdditionPlace under, Form form) {
        PlanRights.requireEdit(under.plan());
        return form.submit(
                answers -> new AdditionInput(
                        LineForm.read(under.level(), form, answers, null),
                        under.plan().isDraft() ? null : PlanForm.note(answers)),
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
}
