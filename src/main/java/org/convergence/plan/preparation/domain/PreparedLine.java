package org.convergence.plan.preparation.domain;

import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.YearBehind;
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
        OfAction action,
        YearBehind.Beside beside,
        LineHours hours,
        boolean leaves,
        Proposal proposal,
        @Nullable Chosen chosen) {

    /** The decision, else the accepted proposal. */
    public Chosen becomes() {
        return chosen == null ? Chosen.accepting(proposal) : chosen;
    }

    public int version() {
        return chosen == null ? 0 : chosen.version();
    }
}
