package org.convergence.safety.incident;

/** The recipients of notices about an incident. */
public enum IncidentNoticeKind {
    FAMILY,
    INSURER,
    EMBASSY,
    PARTNER,
    BOARD,
    FUNDER,
    WORK_SAFETY,
    POLICE;

    /** Key of its name in the messages. */
    public String key() {
        return "incident.notice." + name();
    }
}
