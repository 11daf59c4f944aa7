package org.convergence.plan.actionplan;

import java.util.Collection;
import java.util.Map;

/**
 * Implemented by the module that keeps what was done (one bean), so that plans can say how far they are without knowing
 * it. Without such a bean, nothing was done.
 */
public interface EvidenceSource {

    /**
     * The evidence of every action and sub-action of the plans that has any, in one query whatever their number. An
     * action with sub-actions carries theirs too.
     */
    Map<ActionId, Evidence> of(Collection<PlanId> plans);
}
