package org.convergence.directory.people.domain.merging;

/** From which of two records that are made one a field is taken. */
public enum Take {
    /** From the one that is kept. */
    KEPT,
    /** From the one that goes. */
    OTHER,
    /** From both, where a field holds several things. */
    BOTH
}
