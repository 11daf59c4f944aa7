package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The plans in force as they are today, read once for each page whoever asks. */
@Component
class BoardsToday {

    private static final String KEPT = BoardsToday.class.getName();

    private final ActionPlans plans;
    private final PlanBoards boards;

    BoardsToday(ActionPlans plans, PlanBoards boards) {
        this.plans = plans;
        this.boards = boards;
    }

    List<PlanBoard> inForce() {
        RequestAttributes page = RequestContextHolder.getRequestAttributes();
        if (page != null && page.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Kept kept) {
            return kept.boards();
        }
        var read = new Kept(
                boards.boards(plans.inForce().stream().map(PlanSummary::id).toList()));
        if (page != null) {
            page.setAttribute(KEPT, read, RequestAttributes.SCOPE_REQUEST);
        }
        return read.boards();
    }

    private record Kept(List<PlanBoard> boards) {}
}
