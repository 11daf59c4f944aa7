package org.convergence.advocacy.treaty;

/** The kind of a fact. */
public enum TreatyFactKind {
    ADOPTED,
    IN_FORCE,
    RATIFIED,
    /** Absent from the list of ratifications on the day of the check. */
    NOT_RATIFIED,
    /** First reading. */
    TABLED,
    STAGE,
    /** Died with a parliament, or was withdrawn. */
    LAPSED,
    ABOLISHED,
    COMPLAINT,
    DECISION,
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "treaty.fact." + name();
    }
}
