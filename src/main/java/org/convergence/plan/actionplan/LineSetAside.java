package org.convergence.plan.actionplan;

import org.convergence.platform.database.Refused;

/**
 * An action that will not be done, with the reason.
 *
 * @param state postponed, without request, or dropped
 * @param reason why, 1 to 2,000 characters
 */
public record LineSetAside(ActionId action, ActionState state, String reason) {

    public LineSetAside {
        if (!state.isSetAside()) {
            throw new IllegalArgumentException("not a state that sets an action aside: " + state);
        }
        if (reason.isBlank()) {
            throw new Refused("actionplan.refused.state-without-reason");
        }
    }
}
