package org.convergence.plan.actionplan.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.BoardsOnce;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Today's plan boards, read at most once per page; a request that changes plans (not GET) always reads them. */
@Component
class BoardsToday implements BoardsOnce {

    private static final String KEPT = BoardsToday.class.getName();

    private final ObjectProvider<ActionPlans> plans;
    private final PlanBoards boards;

    BoardsToday(ObjectProvider<ActionPlans> plans, PlanBoards boards) {
        this.plans = plans;
        this.boards = boards;
    }

    /** The boards of the plans in force. */
    List<PlanBoard> inForce() {
        Kept kept = kept();
        List<PlanId> ids = kept.inForce;
        if (ids == null) {
            ids = plans.getObject().inForce().stream().map(PlanSummary::id).toList();
            kept.inForce = ids;
        }
        return of(ids, kept);
    }

    @Override
    public List<PlanBoard> of(Collection<PlanId> wanted) {
        return of(wanted, kept());
    }

    private List<PlanBoard> of(Collection<PlanId> wanted, Kept kept) {
        List<PlanId> missing =
                wanted.stream().filter(each -> !kept.read.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            boards.boards(missing).forEach(each -> kept.read.put(each.header().id(), each));
        }
        return kept.read.values().stream()
                .filter(each -> wanted.contains(each.header().id()))
                .toList();
    }

    private static Kept kept() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !"GET".equals(page.getRequest().getMethod())) {
            return new Kept();
        }
        if (page.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Kept kept) {
            return kept;
        }
        var none = new Kept();
        page.setAttribute(KEPT, none, RequestAttributes.SCOPE_REQUEST);
        return none;
    }

    private static final class Kept {

        private final Map<PlanId, PlanBoard> read = new LinkedHashMap<>();
        private @Nullable List<PlanId> inForce;
    }
}
