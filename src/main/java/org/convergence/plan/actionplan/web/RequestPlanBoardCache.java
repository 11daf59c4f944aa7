package org.convergence.plan.actionplan.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.actionplan.domain.PlanBoard;
import org.convergence.plan.actionplan.domain.PlanBoard.PlanBoardCache;
import org.convergence.plan.actionplan.domain.PlanBoardQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Today's plan boards, read at most once per page; a request that changes plans (not GET) always reads them. */
@Component
class RequestPlanBoardCache implements PlanBoardCache {

    private static final String KEPT = RequestPlanBoardCache.class.getName();

    private final ObjectProvider<ActionPlans> plans;
    private final PlanBoardQueries boards;

    RequestPlanBoardCache(ObjectProvider<ActionPlans> plans, PlanBoardQueries boards) {
        this.plans = plans;
        this.boards = boards;
    }

    /** The boards of the plans in force. */
    List<PlanBoard> findInForce() {
        CachedBoards kept = cacheOfRequest();
        List<PlanId> ids = kept.inForce;
        if (ids == null) {
            ids = plans.getObject().findInForce().stream().map(PlanSummary::id).toList();
            kept.inForce = ids;
        }
        return findByPlans(ids, kept);
    }

    @Override
    public List<PlanBoard> findByPlans(Collection<PlanId> wanted) {
        return findByPlans(wanted, cacheOfRequest());
    }

    private List<PlanBoard> findByPlans(Collection<PlanId> wanted, CachedBoards kept) {
        List<PlanId> missing =
                wanted.stream().filter(each -> !kept.read.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            boards.boards(missing).forEach(each -> kept.read.put(each.header().id(), each));
        }
        return kept.read.values().stream()
                .filter(each -> wanted.contains(each.header().id()))
                .toList();
    }

    private static CachedBoards cacheOfRequest() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
                || !"GET".equals(page.getRequest().getMethod())) {
            return new CachedBoards();
        }
        if (page.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof CachedBoards kept) {
            return kept;
        }
        var none = new CachedBoards();
        page.setAttribute(KEPT, none, RequestAttributes.SCOPE_REQUEST);
        return none;
    }

    private static final class CachedBoards {

        private final Map<PlanId, PlanBoard> read = new LinkedHashMap<>();
        private @Nullable List<PlanId> inForce;
    }
}
