package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.plan.actionplan.ActionState;

/**
 * A state that a person sets on an action, with the reason.
 *
 * @param state {@link ActionState#POSTPONED} or {@link ActionState#NO_REQUEST}; dropping is a decision on the plan
 *     itself
 * @param on the day on which it was set: a realisation after it makes it void
 */
public record ManualState(ActionState state, String reason, LocalDate on) {

    private static final Set<ActionState> SAYABLE = Set.of(ActionState.POSTPONED, ActionState.NO_REQUEST);

    public ManualState {
        if (!SAYABLE.contains(state)) {
            throw new IllegalArgumentException("computed, not set by hand: " + state);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a state set by hand needs its reason");
        }
    }
}
