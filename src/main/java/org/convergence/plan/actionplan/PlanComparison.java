package org.convergence.plan.actionplan;

import java.util.List;
import java.util.Map;

/**
 * A plan compared with the plan that it continues.
 *
 * @param lines lines that differ or are postponed, by outcome, in the plan's order
 * @param kept number of unchanged actions and sub-actions
 */
public record PlanComparison(
        PlanSummary before, PlanSummary now, Map<PlanLineOutcome, List<LineDifference>> lines, int kept) {

    /** The outcome of a line; a postponed line may be reworded as well. */
    public enum PlanLineOutcome {
        NEW,
        REWORDED,
        POSTPONED,
        WITHDRAWN
    }
}
