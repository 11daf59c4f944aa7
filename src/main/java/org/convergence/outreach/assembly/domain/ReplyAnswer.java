package org.convergence.outreach.assembly.domain;

/** What a convened person announces. */
public enum ReplyAnswer {
    COMING,
    NOT_COMING,
    /** The substitute of the seat comes instead of its holder. */
    SUBSTITUTE
}
