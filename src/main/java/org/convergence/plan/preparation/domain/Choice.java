package org.convergence.plan.preparation.domain;

/** What becomes of a line in the next plan. */
public enum Choice {
    /** It stands there as it is. */
    KEEP,
    /** It stands there in other words. */
    REWORD,
    /** It stands there and waits for means. */
    POSTPONE,
    /** It does not stand there. */
    WITHDRAW
}
