package org.convergence.education.internship;

import org.convergence.platform.shell.Tone;

/** Where an intern is. */
public enum CohortStage {
    /** Something blocks the departure. */
    PREPARING(Tone.WARN),
    READY(Tone.AHEAD),
    AWAY(Tone.ACTIVE),
    RETURNED(Tone.ACTIVE),
    ATTESTED(Tone.OK);

    private final Tone tone;

    CohortStage(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "internship.stage." + name();
    }
}
