package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** What counsel decided about a register. */
public enum CounselOutcome {
    NOT_REQUIRED(Tone.OK),
    TO_REGISTER(Tone.BAD),
    REGISTERED(Tone.OK);

    private final Tone tone;

    CounselOutcome(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.lobby.opinion." + name();
    }
}
