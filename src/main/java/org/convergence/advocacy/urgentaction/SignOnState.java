package org.convergence.advocacy.urgentaction;

import org.convergence.platform.shell.Tone;

/** The state of a signature. Only confirmed ones are counted and shown. */
public enum SignOnState {
    /** Waits for the confirmation from the organisation's address of record, or for its name to be recognised. */
    PENDING(Tone.AHEAD),
    CONFIRMED(Tone.OK),
    WITHDRAWN(Tone.REST),
    REFUSED(Tone.BAD);

    private final Tone tone;

    SignOnState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "urgentaction.sign-on.state." + name();
    }
}
