package org.convergence.resources.prospect;

import org.convergence.platform.shell.Tone;

/** What came of a prospect. */
public enum ProspectState {
    /** Somebody is at it. */
    OPEN(Tone.ACTIVE),
    /** Not now; it may be taken up again. */
    LATER(Tone.AHEAD),
    /** It joined. */
    ADMITTED(Tone.OK),
    /** It said no. */
    DECLINED(Tone.REST);

    private final Tone tone;

    ProspectState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether there may be something to do next. */
    public boolean goesOn() {
        return this == OPEN || this == LATER;
    }

    /** The message with its name. */
    public String key() {
        return "prospect.state." + name();
    }
}
