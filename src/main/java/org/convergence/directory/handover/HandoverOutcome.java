package org.convergence.directory.handover;

/** The outcome of a held thing when a person leaves. */
public enum HandoverOutcome {
    /** It passes to the successor. */
    PASSES,
    /** It ends on the last day. */
    ENDS,
    /** It neither passes nor ends by itself: it is listed for the people who decide. */
    REMAINS
}
