package org.convergence.directory.people.domain.imports;

/** What an import does with those that the directory knows already. */
public enum Known {
    /** Fills in what is empty, and adds addresses, functions and affiliations. */
    COMPLETE,
    /** The file is right: what it says replaces what stands; what it does not say stays. */
    REPLACE,
    /** Leaves them as they are. */
    LEAVE
}
