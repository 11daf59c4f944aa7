package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** How far an act is. */
public enum AdvocacyActState {
    PLANNED(Tone.AHEAD),
    DONE(Tone.OK),
    CANCELLED(Tone.REST);

    private final Tone tone;

    AdvocacyActState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.act.state." + name();
    }
}
