package org.convergence.directory.people.domain.imports;

/** The kinds of records that an import creates or changes, as stored in its ledger. */
public enum ImportedType {
    ORGANISATION,
    PERSON,
    AFFILIATION,
    FUNCTION
}
