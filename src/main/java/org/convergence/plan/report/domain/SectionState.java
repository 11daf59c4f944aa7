package org.convergence.plan.report.domain;

/** How far a section is, the most pressing first. */
public enum SectionState {
    /** Its text is missing, or not yet as it must be. */
    TO_WRITE,
    /** A figure of it should be looked at or explained. */
    FIGURE_TO_CHECK,
    /** Something that should show what was done is missing. */
    PIECE_MISSING,
    /** Nothing is missing. */
    READY
}
