package org.convergence.education.internship;

import org.convergence.platform.shell.Tone;

/** The file of a candidate. */
public enum InternshipFileState {
    /** Begun by the candidate, seen by nobody else. */
    DRAFT(Tone.AHEAD),
    SUBMITTED(Tone.ACTIVE),
    CHOSEN(Tone.OK),
    RESERVE(Tone.AHEAD),
    NOT_RETAINED(Tone.REST),
    WITHDRAWN(Tone.REST);

    private final Tone tone;

    InternshipFileState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "internship.file.state." + name();
    }
}
