package org.convergence.platform.imports;

/** What becomes of a line of a file. */
public enum Outcome {
    CREATED,
    CHANGED,
    /** All that the line says was known. */
    SAME,
    /** The line cannot be used; its remark says why. */
    ASIDE
}
