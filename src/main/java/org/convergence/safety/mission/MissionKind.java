package org.convergence.safety.mission;

/** Who travels. */
public enum MissionKind {
    STAFF,
    INTERN,
    /** A partner visits us, or another partner. */
    PARTNER_VISIT;

    /** Key of its name in the messages. */
    public String key() {
        return "mission.kind." + name();
    }
}
