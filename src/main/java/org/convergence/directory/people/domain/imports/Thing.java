package org.convergence.directory.people.domain.imports;

/** What a list makes or changes, as its ledger notes it. */
public enum Thing {
    ORGANISATION,
    PERSON,
    AFFILIATION,
    FUNCTION
}
