package org.convergence.cooperation.project.domain;

import org.convergence.platform.shell.Tone;

/** The state of a value. */
public enum ValueState {
    DRAFT(Tone.AHEAD),
    SUBMITTED(Tone.ACTIVE),
    /** Sent back with a comment. */
    RETURNED(Tone.WARN),
    APPROVED(Tone.OK);

    private final Tone tone;

    ValueState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether the value may be entered or changed. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }

    /** The message key of its name. */
    public String key() {
        return "project.value.state." + name();
    }
}
