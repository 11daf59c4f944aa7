package org.convergence.plan.actionplan.web;

import org.convergence.directory.people.CitedDecisions;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The decisions that an amendment may cite, loaded under its field on focus. */
@Controller
@Requires(ActionPlanPermissions.AMEND)
class DecisionsController {

    private final CitedDecisions cited;

    DecisionsController(CitedDecisions cited) {
        this.cited = cited;
    }

    @GetMapping("/plan/actionplan/decisions")
    ModelAndView decisions(Words t) {
        return Page.fragment("plan/actionplan/decisions", cited.options(t));
    }
}
