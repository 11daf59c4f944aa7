package org.convergence.resources.grant.domain;

import org.convergence.platform.shell.Tone;

/** The state of an application. */
public enum GrantApplicationState {
    /** It is being written. */
    DRAFT(Tone.ACTIVE),
    /** It is approved inside, and may be sent. Its answers no longer change. */
    APPROVED(Tone.AHEAD),
    /** It was sent to the funder, on a day and by a person. */
    SENT(Tone.AHEAD),
    /** The funder accepted it. */
    ACCEPTED(Tone.OK),
    /** The funder refused it. */
    REFUSED(Tone.BAD),
    /** It will not be sent. */
    ABANDONED(Tone.REST);

    private final Tone tone;

    GrantApplicationState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "grant.state." + name();
    }
}
