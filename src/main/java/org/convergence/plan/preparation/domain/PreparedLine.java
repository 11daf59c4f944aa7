package org.convergence.plan.preparation.domain;

import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanReview;
import org.convergence.plan.time.LineHours;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sheet.
 *
 * @param hours spent on it
 * @param leaves whether the responsible person has no contract in the next period
 * @param chosen the decision, {@code null} if there is none yet
 */
public record PreparedLine(
        ActionProgress action,
        PlanReview.LineReview beside,
        LineHours hours,
        boolean leaves,
        PreparationProposal proposal,
        @Nullable LineChoice chosen) {

    /** The decision, else the accepted proposal. */
    public LineChoice effectiveChoice() {
        return chosen == null ? LineChoice.fromProposal(proposal) : chosen;
    }

    public int version() {
        return chosen == null ? 0 : chosen.version();
    }
}
