package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageView;
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

    private final PlanBoardQueries boards;
    private final LineLinkQueries links;
    private final PlanHeadAssembler headAssembler;

    PlanController(PlanBoardQueries boards, LineLinkQueries links, PlanHeadAssembler headAssembler) {
        this.boards = boards;
        this.links = links;
        this.headAssembler = headAssembler;
    }

    @GetMapping
    ModelAndView objectives(@PathVariable UUID plan, Words t) {
        PlanBoard board = boards.board(new PlanId(plan));
        var given = LineContributions.describe(board.header(), links);
        boolean draft = board.header().isDraft();
        var whole = PlanFormatter.totalCounts(board.progress());
        return PageView.of(
                "plan/actionplan/plan",
                new PlanPage(
                        headAssembler.assemble(board.header(), "", t),
                        draft
                                ? t.say("actionplan.whole.draft", whole.total())
                                : t.say("actionplan.whole", whole.total(), PlanFormatter.counts(whole, t)),
                        draft ? List.of() : PlanFormatter.bar(whole),
                        board.progress().objectives().stream()
                                .map(each -> PlanRowAssembler.objectivePart(each, board, given, t))
                                .toList()));
    }
}
