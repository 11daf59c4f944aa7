package org.convergence.directory.people.domain.imports;

/** The treatment of imported rows that match an existing record. */
public enum ExistingRecordPolicy {
    /** Fills in empty fields, and adds addresses, functions and affiliations. */
    COMPLETE,
    /** The file prevails: its values replace the present ones; others stay. */
    REPLACE,
    /** Leaves them unchanged. */
    LEAVE
}
