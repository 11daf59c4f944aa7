package org.convergence.advocacy.treaty;

/** What is followed. */
public enum InstrumentKind {
    TREATY,
    BILL,
    /** A corporate case: a complaint, an inquiry. */
    CASE;

    /** The message key of its name. */
    public String key() {
        return "treaty.kind." + name();
    }
}
