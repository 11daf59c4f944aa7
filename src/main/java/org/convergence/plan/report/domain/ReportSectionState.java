package org.convergence.plan.report.domain;

/** The progress of a section, the most pressing first. */
public enum ReportSectionState {
    /** Its text is missing or not yet acceptable. */
    TO_WRITE,
    /** One of its figures should be checked or explained. */
    FIGURE_TO_CHECK,
    /** A proof of a realisation is missing. */
    PIECE_MISSING,
    /** Nothing is missing. */
    READY
}
