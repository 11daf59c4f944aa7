package org.convergence.advocacy.urgentaction;

/** How an urgent action ended. */
public enum UrgentActionOutcome {
    WELL,
    PARTLY,
    BADLY,
    UNKNOWN;

    /** The message key of its name. */
    public String key() {
        return "urgentaction.outcome." + name();
    }
}
