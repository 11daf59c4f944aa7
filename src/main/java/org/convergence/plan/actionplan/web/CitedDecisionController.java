package org.convergence.plan.actionplan.web;

import org.convergence.directory.people.DecisionForm;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The decisions that an amendment may cite, loaded under its field on focus. */
@Controller
@Requires(ActionPlanPermissions.AMEND)
class CitedDecisionController {

    private final DecisionForm decisions;

    CitedDecisionController(DecisionForm decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/plan/actionplan/decisions")
    ModelAndView decisions(Words t) {
        return PageView.fragment("plan/actionplan/decisions", decisions.options(t));
    }
}
