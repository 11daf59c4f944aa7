package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a line from which a proposal is made.
 *
 * @param completed whether it was marked as completed
 * @param quietBefore whether nothing was done for it in the period before either
 * @param done number of realisations done
 * @param hours spent, worked or estimated
 * @param effort the estimated size
 * @param reached of its target, in the target's own measure
 * @param nearlyOver whether at least three quarters of the plan's period are over
 */
record LineYearFacts(
        ActionState state,
        Commitment commitment,
        boolean completed,
        boolean quietBefore,
        int done,
        BigDecimal hours,
        @Nullable EffortSize effort,
        @Nullable ActionTarget target,
        BigDecimal reached,
        boolean nearlyOver) {

    boolean isQuietTwice() {
        return quietBefore && done == 0;
    }
}
