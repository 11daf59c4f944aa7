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
class OpenPlans {

    private final FollowUpStore store;
    private final LineStore lines;

    OpenPlans(FollowUpStore store, LineStore lines) {
        this.store = store;
        this.lines = lines;
    }

    void holdOf(Set<UUID> actions) {
        List<UUID> plans = store.plansOf(actions);
        if (plans.isEmpty()) {
            throw new NotFound("action");
        }
        plans.forEach(plan -> hold(new PlanId(plan)));
    }

    void hold(PlanId plan) {
        if (lines.heldPlan(plan).status() == PlanStatus.CLOSED) {
            throw new Refused("actionplan.refused.closed");
        }
    }
}
