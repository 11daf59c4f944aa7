package org.convergence.education.internship;

import org.convergence.platform.shell.Tone;

/** A call: prepared, open to candidates, decided. */
public enum InternshipCallState {
    DRAFT(Tone.AHEAD),
    PUBLISHED(Tone.ACTIVE),
    DECIDED(Tone.OK);

    private final Tone tone;

    InternshipCallState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "internship.state." + name();
    }
}
