package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.List;
import org.convergence.plan.actionplan.PlanId;

/** Plans as they are looked at, read once for each page whoever asks. */
public interface BoardsOnce {

    List<PlanBoard> of(Collection<PlanId> plans);
}
