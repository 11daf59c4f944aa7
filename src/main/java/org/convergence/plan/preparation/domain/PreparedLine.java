package org.convergence.plan.preparation.domain;

import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.YearBehind;
import org.convergence.plan.time.LineHours;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sheet.
 *
 * @param hours what it cost
 * @param leaves whether who answers for it has no contract any more in the next period
 * @param chosen what was decided, {@code null} as long as nothing was
 */
public record PreparedLine(
        OfAction action,
        YearBehind.Beside beside,
        LineHours hours,
        boolean leaves,
        Proposal proposal,
        @Nullable Chosen chosen) {

    /** What becomes of it as things stand: what was decided, else what is proposed. */
    public Chosen becomes() {
        return chosen == null ? Chosen.accepting(proposal) : chosen;
    }

    public int version() {
        return chosen == null ? 0 : chosen.version();
    }
}
