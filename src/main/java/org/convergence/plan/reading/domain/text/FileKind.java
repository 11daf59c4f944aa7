package org.convergence.plan.reading.domain.text;

/** The kinds of file from which a plan is read. */
public enum FileKind {
    TEXT,
    /** Word since 2007. */
    DOCX,
    /** Word before 2007. */
    DOC,
    PDF
}
