package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Implemented by the module that keeps what was done (one bean), so that plans can say how far they are without knowing
 * it. Without such a bean, nothing was done.
 */
public interface EvidenceSource {

    /**
     * The evidence of every action and sub-action of the plans that has any, in one query whatever their number. An
     * action with sub-actions carries theirs too, and a line that others contribute to, theirs: each realisation once.
     */
    Map<ActionId, Evidence> of(Collection<PlanId> plans);

    /**
     * What was done or is planned for the actions of a plan and for the lines that contribute to them, as far as it touches
     * some days, the earliest first; a sub-action's stand under the sub-action alone.
     */
    List<Occasion> occasions(PlanId plan, LocalDate from, LocalDate to);
}
