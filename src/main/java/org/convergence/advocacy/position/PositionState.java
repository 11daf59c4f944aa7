package org.convergence.advocacy.position;

import org.convergence.platform.shell.Tone;

/** The state of a position. */
public enum PositionState {
    DRAFT(Tone.AHEAD),
    /** A second person read the present texts. */
    READ(Tone.ACTIVE),
    PUBLISHED(Tone.OK);

    private final Tone tone;

    PositionState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "position.state." + name();
    }
}
