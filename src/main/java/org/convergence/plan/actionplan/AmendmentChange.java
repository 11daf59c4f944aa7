package org.convergence.plan.actionplan;

/** What an amendment changes. */
public enum AmendmentChange {
    TEXT,
    COMMITMENT,
    TARGET,
    ADDED,
    DROPPED,
    MOVED,
    /** Restored after it was dropped. */
    RESTORED
}
