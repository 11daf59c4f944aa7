package org.convergence.plan.actionplan.domain;

import java.util.UUID;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.jspecify.annotations.Nullable;

/**
 * A plan line with the data that its forms show.
 *
 * @param above the line above it: the objective of a means, the means of an action, else its plan
 * @param parent for a sub-action, its action
 * @param rank among its siblings, from 0
 * @param dropped whether it was dropped by decision
 */
public record LineFacts(
        PlanHeader plan,
        UUID id,
        int version,
        LineWording words,
        UUID above,
        @Nullable UUID parent,
        int rank,
        boolean dropped) {

    public LineLevel level() {
        return words.level();
    }
}
