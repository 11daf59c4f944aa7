package org.convergence.plan.preparation.domain;

/** The decision on a line for the next plan. */
public enum PreparationChoice {
    /** It is kept unchanged. */
    KEEP,
    /** It is kept with another text. */
    REWORD,
    /** It is kept, postponed for lack of means. */
    POSTPONE,
    /** It is left out. */
    WITHDRAW
}
