package org.convergence.plan.actionplan;

/** The state of an action. It is computed, except the last three, which a person sets with a reason. */
public enum ActionState {
    DONE,
    UNDER_WAY,
    TO_COME,
    /** Firm actions only: the window ended, or two steps of the rhythm were missed. */
    LATE,
    /** Postponed for lack of means. */
    POSTPONED,
    /** Without any request this year. */
    NO_REQUEST,
    /** Dropped by a decision. */
    DROPPED;

    /** Whether a person or a decision set it aside; the other states are computed from what is planned and done. */
    public boolean isSetAside() {
        return this == POSTPONED || this == NO_REQUEST || this == DROPPED;
    }
}
