package org.convergence.advocacy.urgentaction;

import org.convergence.platform.shell.Tone;

/** The state of an urgent action. */
public enum UrgentActionState {
    DRAFT(Tone.AHEAD),
    OUT(Tone.ACTIVE),
    /** The yes was taken back, or a person whom it names was protected or erased. */
    WITHDRAWN(Tone.BAD),
    CLOSED(Tone.OK);

    private final Tone tone;

    UrgentActionState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "urgentaction.state." + name();
    }
}
