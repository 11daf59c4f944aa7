package org.convergence.platform.imports;

/** The outcome of a line of a file. */
public enum ImportOutcome {
    CREATED,
    CHANGED,
    /** Everything in the line was known. */
    SAME,
    /** The line cannot be used; its remark says why. */
    ASIDE
}
