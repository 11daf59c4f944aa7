package org.convergence.resources.prospect;

import org.convergence.platform.shell.Tone;

/** The state of a prospect. */
public enum ProspectState {
    /** It is being followed. */
    OPEN(Tone.ACTIVE),
    /** Put off; it may be reopened. */
    LATER(Tone.AHEAD),
    /** It became a member. */
    ADMITTED(Tone.OK),
    /** It declined. */
    DECLINED(Tone.REST);

    private final Tone tone;

    ProspectState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it may have a next step. */
    public boolean isOngoing() {
        return this == OPEN || this == LATER;
    }

    /** The message key of its name. */
    public String key() {
        return "prospect.state." + name();
    }
}
