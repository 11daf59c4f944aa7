package org.convergence.safety.incident;

/** The moments in which an incident is told (R-SAFE-1). */
public enum IncidentMoment {
    ORAL,
    WRITTEN,
    UPDATE,
    AFTER;

    /** Key of its name in the messages. */
    public String key() {
        return "incident.moment." + name();
    }
}
