package org.convergence.home.domain;

/** When a user wants the Monday mail. */
public enum MondayChoice {
    /** Never. */
    NEVER,
    /** In weeks with something to do or to answer. */
    BUSY,
    /** Every week, even if nothing is due. */
    ALWAYS
}
