package org.convergence.safety.mission;

/** The risk of a mission, which decides how often travellers check in (R-SEC-7). */
public enum MissionRisk {
    /** On arrival and on departure. */
    LOW,
    /** Once a day. */
    MODERATE,
    /** Twice a day, and after each move. */
    HIGH;

    /** Key of its name in the messages. */
    public String key() {
        return "mission.risk." + name();
    }
}
