package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Locks the plans whose follow-up is being written, so that none is closed meanwhile; refuses closed plans. */
@Component
class OpenPlanLock {

    private final ActionFollowUpRepository store;
    private final PlanLineRepository lines;

    OpenPlanLock(ActionFollowUpRepository store, PlanLineRepository lines) {
        this.store = store;
        this.lines = lines;
    }

    void lockPlansOf(Set<UUID> actions) {
        List<UUID> plans = store.findPlanIds(actions);
        if (plans.isEmpty()) {
            throw new NotFound("action");
        }
        plans.forEach(plan -> lock(new PlanId(plan)));
    }

    void lock(PlanId plan) {
        if (lines.lockPlan(plan).status() == PlanStatus.CLOSED) {
            throw new Refused("actionplan.refused.closed");
        }
    }
}
