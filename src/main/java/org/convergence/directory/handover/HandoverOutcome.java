package org.convergence.directory.handover;

/** The outcome of a held thing when a person leaves. */
public enum HandoverOutcome {
    /** The item passes to the successor. */
    PASSES,
    /** The item ends on the last day. */
    ENDS,
    /** The item neither passes nor ends by itself: it is listed for the people who decide. */
    REMAINS
}
