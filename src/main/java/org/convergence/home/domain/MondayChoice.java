package org.convergence.home.domain;

/** When somebody wants the Monday mail. */
public enum MondayChoice {
    /** Not at all. */
    NEVER,
    /** Where something is to be done, or waits for an answer. */
    BUSY,
    /** Every week, also to be told that nothing presses. */
    ALWAYS
}
