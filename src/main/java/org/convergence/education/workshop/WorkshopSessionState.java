package org.convergence.education.workshop;

import org.convergence.platform.shell.Tone;

/** The state of a session. */
public enum WorkshopSessionState {
    /** Its date is offered; it holds hours and facilitators. */
    OFFERED(Tone.AHEAD),
    PLANNED(Tone.ACTIVE),
    HELD(Tone.OK),
    CANCELLED(Tone.REST);

    private final Tone tone;

    WorkshopSessionState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it is still to come. */
    public boolean isAhead() {
        return this == OFFERED || this == PLANNED;
    }

    /** The message key of its name. */
    public String key() {
        return "workshop.session.state." + name();
    }
}
