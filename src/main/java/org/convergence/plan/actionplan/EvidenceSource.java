package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Implemented by the module that stores what was done (one bean), so that plans compute progress without depending on
 * it. Without such a bean, nothing was done.
 */
public interface EvidenceSource {

    /**
     * The evidence of each action and sub-action of the plans that has any, in a fixed number of queries. An action
     * includes its sub-actions' evidence, and a line includes that of lines contributing to it: each realisation once.
     */
    Map<ActionId, ActionEvidence> findByPlans(Collection<PlanId> plans);

    /**
     * Realisations done or planned within the days for the plan's actions and the lines contributing to them, the
     * earliest first; those of a sub-action appear under the sub-action only.
     */
    List<DatedRealisation> findRealisations(PlanId plan, LocalDate from, LocalDate to);
}
