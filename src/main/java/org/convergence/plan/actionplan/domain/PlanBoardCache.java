package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.List;
import org.convergence.plan.actionplan.PlanId;

/** Plan boards, read at most once per page. */
public interface PlanBoardCache {

    List<PlanBoard> findByPlans(Collection<PlanId> plans);
}
