package org.convergence.plan.realisation;

/** What a file is to a realisation. */
public enum AttachmentKind {
    /** Shows what happened; published only with the permission of those shown. */
    PHOTOGRAPH,
    /** Who was there: names, and so never published, and read by few. */
    ATTENDANCE,
    /** Any other paper: a programme, an article, minutes. */
    PAPER
}
