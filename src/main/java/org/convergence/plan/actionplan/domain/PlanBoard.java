package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress;

/**
 * A plan with its progress.
 *
 * @param followed the follow-up of each action and sub-action
 */
public record PlanBoard(PlanHeader header, PlanProgress progress, Map<ActionId, FollowedAction> followed) {

    /** Plan boards, read at most once per page. */
    public interface PlanBoardCache {

        List<PlanBoard> findByPlans(Collection<PlanId> plans);
    }
}
