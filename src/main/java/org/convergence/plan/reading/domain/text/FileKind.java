package org.convergence.plan.reading.domain.text;

/** The kinds of file that a plan is read from. */
public enum FileKind {
    TEXT,
    /** Word since 2007. */
    DOCX,
    /** Word before 2007. */
    DOC,
    PDF
}
