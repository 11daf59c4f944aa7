package org.convergence.plan.realisation;

/** The role of a file attached to a realisation. */
public enum AttachmentKind {
    /** Shows the activity; published only with the permission of the people shown. */
    PHOTOGRAPH,
    /** Lists the participants by name: never published, and readable by few. */
    ATTENDANCE,
    /** Any other paper: a programme, an article, minutes. */
    PAPER
}
