package org.convergence.safety.risk;

/** The kinds of threats (R-SEC-4). */
public enum ThreatKind {
    CRIME,
    KIDNAPPING,
    POLITICAL_VIOLENCE,
    REPRESSION,
    ARREST,
    SEXUAL_VIOLENCE,
    ROAD,
    HEALTH,
    DISASTER,
    DIGITAL,
    REPUTATION;

    /** Key of its name in the messages. */
    public String key() {
        return "risk.threat." + name();
    }
}
