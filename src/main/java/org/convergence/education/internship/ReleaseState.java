package org.convergence.education.internship;

import org.convergence.platform.shell.Tone;

/** The answer of a sending union to the request of a release. */
public enum ReleaseState {
    ASKED(Tone.ACTIVE),
    AGREED(Tone.OK),
    REFUSED(Tone.BAD);

    private final Tone tone;

    ReleaseState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "internship.release.state." + name();
    }
}
