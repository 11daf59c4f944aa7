package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.LineLinks;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A plan by objective. */
@Controller
@RequestMapping("/plan/actionplan/{plan}")
@Requires(ActionPlanPermissions.READ)
class PlanController {

    private final PlanBoards boards;
    private final LineLinks links;
    private final PlanTops tops;

    PlanController(PlanBoards boards, LineLinks links, PlanTops tops) {
        this.boards = boards;
        this.links = links;
        this.tops = tops;
    }

    @GetMapping
    ModelAndView objectives(@PathVariable UUID plan, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        var given = Contributions.to(board.header(), links);
        boolean draft = board.header().isDraft();
        var whole = Saying.whole(board.progress());
        return Page.of(
                "plan/actionplan/plan",
                new PlanPage(
                        tops.of(board.header(), "", t),
                        draft
                                ? t.say("actionplan.whole.draft", whole.total())
                                : t.say("actionplan.whole", whole.total(), Saying.counts(whole, t)),
                        draft ? List.of() : Saying.bar(whole),
                        board.progress().objectives().stream()
                                .map(each -> Rows.objective(each, board, given, t))
                                .toList()));
    }
}
