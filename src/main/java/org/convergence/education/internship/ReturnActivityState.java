package org.convergence.education.internship;

import org.convergence.platform.shell.Tone;

/** A return activity. */
public enum ReturnActivityState {
    PLANNED(Tone.AHEAD),
    HELD(Tone.OK),
    WAIVED(Tone.REST);

    private final Tone tone;

    ReturnActivityState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "internship.return.state." + name();
    }
}
