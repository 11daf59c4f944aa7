package org.convergence.advocacy.treaty;

/** What is followed. */
public enum InstrumentKind {
    TREATY,
    BILL,
    /** A corporate case: a complaint, an inquiry. */
    CASE,
    /** An official petition to a parliament, followed here and never collected (R-ADV-5). */
    PETITION;

    /** The message key of its name. */
    public String key() {
        return "treaty.kind." + name();
    }
}
