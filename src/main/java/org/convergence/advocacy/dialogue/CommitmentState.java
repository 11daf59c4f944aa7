package org.convergence.advocacy.dialogue;

import org.convergence.platform.shell.Tone;

/** What became of a promise. */
public enum CommitmentState {
    MADE(Tone.ACTIVE),
    KEPT(Tone.OK),
    BROKEN(Tone.BAD),
    /** It has no object now: a dissolution, a change of office. */
    LAPSED(Tone.REST);

    private final Tone tone;

    CommitmentState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "dialogue.commitment.state." + name();
    }
}
