package org.convergence.plan.actionplan;

/** How far an action is. Computed, except the last three, which someone says with a reason. */
public enum ActionState {
    DONE,
    UNDER_WAY,
    TO_COME,
    /** Firm only: its window ended, or two steps of its rhythm were missed. */
    LATE,
    /** Postponed for lack of means. */
    POSTPONED,
    /** Nobody asked for it this year. */
    NO_REQUEST,
    /** Dropped by a decision. */
    DROPPED;

    /** Whether it was set aside by a word or a decision; the others are computed from what is planned and done. */
    public boolean isSetAside() {
        return this == POSTPONED || this == NO_REQUEST || this == DROPPED;
    }
}
