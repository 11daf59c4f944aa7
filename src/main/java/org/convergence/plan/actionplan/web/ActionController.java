package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of an action. */
@Controller
class ActionController {

    private final PlanBoardQueries boards;
    private final ActionPageAssembler pages;

    ActionController(PlanBoardQueries boards, ActionPageAssembler pages) {
        this.boards = boards;
        this.pages = pages;
    }

    @GetMapping("/plan/actionplan/action/{action}")
    @Requires(ActionPlanPermissions.READ)
    ModelAndView show(@PathVariable UUID action, Words t) {
        var id = new ActionId(action);
        PlanBoard board = boards.board(boards.findPlanOf(id));
        return PageView.of("plan/actionplan/action", pages.assemble(board, id, null, t));
    }
}
