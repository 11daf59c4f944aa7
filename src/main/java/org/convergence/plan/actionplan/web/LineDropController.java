package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanAmendmentService;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.plan.actionplan.domain.PlanDraftService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Deletes lines of a draft, drops lines of an adopted plan by decision, and restores them. */
@Controller
@RequestMapping("/plan/actionplan/line/{level}/{line}/drop")
@Requires(ActionPlanPermissions.DRAFT)
class LineDropController {

    private final PlanBoardQueries boards;
    private final PlanDraftService planDraftService;
    private final PlanAmendmentService planAmendmentService;
    private final OrganisationSettings settings;

    LineDropController(
            PlanBoardQueries boards,
            PlanDraftService planDraftService,
            PlanAmendmentService planAmendmentService,
            OrganisationSettings settings) {
        this.boards = boards;
        this.planDraftService = planDraftService;
        this.planAmendmentService = planAmendmentService;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView drop(@PathVariable LineLevel level, @PathVariable UUID line) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        Form form = Form.blank();
        return dropPage(facts, facts.plan().isDraft() ? form : PlanForm.withDecisionDate(form, settings.today()));
    }

    @PostMapping
    ModelAndView drop(@PathVariable LineLevel level, @PathVariable UUID line, Form form) {
        LineFacts facts = boards.findLine(level, line);
        PlanRights.requireEdit(facts.plan());
        if (facts.plan().isDraft()) {
            return form.submit(
                    answers -> true,
                    yes -> {
                        planDraftService.remove(facts.plan().id(), level, line);
                        return SeeOther.to(PlanHeadAssembler.url(facts.plan(), "/text"))
                                .withNotice("actionplan.line.removed");
                    },
                    () -> dropPage(facts, form));
        }
        return form.submit(
                PlanForm::note,
                note -> {
                    if (facts.dropped()) {
                        planAmendmentService.restore(facts.plan().id(), level, line, note);
                    } else {
                        planAmendmentService.drop(facts.plan().id(), level, line, note);
                    }
                    String said = facts.dropped() ? "actionplan.line.restored" : "actionplan.line.dropped";
                    return SeeOther.to(PlanHeadAssembler.url(facts.plan(), "")).withNotice(said);
                },
                () -> dropPage(facts, form));
    }

    private static ModelAndView dropPage(LineFacts facts, Form form) {
        String key = facts.plan().isDraft() ? "remove" : facts.dropped() ? "restore" : "drop";
        return PageView.of("plan/actionplan/drop", LineFormPages.page(facts, "actionplan.line." + key, "/drop", form));
    }
}
