package org.convergence.directory.people.domain.imports;

/** What an import does with records that the directory already has. */
public enum ExistingRecordPolicy {
    /** Fills in empty fields, and adds addresses, functions and affiliations. */
    COMPLETE,
    /** The file prevails: its values replace the present ones; others stay. */
    REPLACE,
    /** Leaves them unchanged. */
    LEAVE
}
