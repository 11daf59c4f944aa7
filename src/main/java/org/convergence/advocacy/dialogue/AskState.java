package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** What became of an ask. */
public enum AskState {
    OPEN(Tone.ACTIVE),
    OBTAINED(Tone.OK),
    DROPPED(Tone.REST);

    private final Tone tone;

    AskState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.ask.state." + name();
    }
}
