package org.convergence.plan.actionplan;

/** What an amendment changes. */
public enum Change {
    TEXT,
    COMMITMENT,
    TARGET,
    ADDED,
    DROPPED,
    MOVED,
    /** Taken back into the plan after it was dropped. */
    RESTORED
}
