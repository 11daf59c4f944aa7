package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** What came back. */
public enum ReplyState {
    /** Nothing is awaited. */
    NONE(Tone.REST),
    AWAITED(Tone.AHEAD),
    ANSWERED(Tone.OK),
    SILENCE(Tone.WARN);

    private final Tone tone;

    ReplyState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.reply." + name();
    }
}
