package org.convergence.advocacy.urgentaction;

/** What the person concerned risks from the publication. A second person checks it (R-ADV-10). */
public enum RiskTier {
    LOW,
    MEDIUM,
    HIGH;

    /** The message key of its name. */
    public String key() {
        return "urgentaction.risk." + name();
    }
}
