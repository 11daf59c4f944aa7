package org.convergence.directory.people.domain.merging;

/** The source of a field in a merge. */
public enum MergeSource {
    /** The kept record. */
    KEPT,
    /** The duplicate. */
    OTHER,
    /** Both, for fields with several values. */
    BOTH
}
