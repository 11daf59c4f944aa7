package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final OrganisationSettings settings;

    LineDropController(PlanBoards boards, PlanDrafting drafting, PlanAmending amending, OrganisationSettings settings) {
        this.boards = boards;
        this.drafting = drafting;
        this.amending = amending;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView drop(@PathVariable Level level, @PathVariable UUID line) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        Form form = Form.blank();
        return dropPage(facts, facts.plan().isDraft() ? form : PlanForms.noting(form, settings.today()));
    }

    @PostMapping
    ModelAndView drop(@PathVariable Level level, @PathVariable UUID line, Form form) {
        LineFacts facts = boards.line(level, line);
        Rights.requireWriting(facts.plan());
        if (facts.plan().isDraft()) {
            return form.submit(
                    answers -> true,
                    yes -> {
                        drafting.remove(facts.plan().id(), level, line);
                        return Go.to(PlanTops.url(facts.plan(), "/text")).saying("actionplan.line.removed");
                    },
                    () -> dropPage(facts, form));
        }
        return form.submit(
                PlanForms::note,
                note -> {
                    if (facts.dropped()) {
                        amending.restore(facts.plan().id(), level, line, note);
                    } else {
                        amending.drop(facts.plan().id(), level, line, note);
                    }
                    String said = facts.dropped() ? "actionplan.line.restored" : "actionplan.line.dropped";
                    return Go.to(PlanTops.url(facts.plan(), "")).saying(said);
                },
                () -> dropPage(facts, form));
    }

    private static ModelAndView dropPage(LineFacts facts, Form form) {
        String key = facts.plan().isDraft() ? "remove" : facts.dropped() ? "restore" : "drop";
        return Page.of("plan/actionplan/drop", LinePages.form(facts, "actionplan.line." + key, "/drop", form));
    }
}
