package org.convergence.plan.actionplan;

import java.util.List;
import java.util.Map;

/**
 * A plan beside the one that it continues.
 *
 * @param lines those that differ or wait, by what became of them, in the plan's order
 * @param kept actions and sub-actions that stand as they stood
 */
public record ComparedYears(PlanSummary before, PlanSummary now, Map<Fate, List<Difference>> lines, int kept) {

    /** What became of a line; one that waits may be said otherwise too. */
    public enum Fate {
        NEW,
        REWORDED,
        POSTPONED,
        WITHDRAWN
    }
}
