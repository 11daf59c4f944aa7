package org.convergence.outreach.newsletter;

import org.convergence.platform.shell.Tone;

/** The state of an issue. */
public enum NewsletterState {
    DRAFT(Tone.AHEAD),
    /** It leaves at its time unless it is stopped. */
    CONFIRMED(Tone.WARN),
    /** Letters are given to the outbox. */
    SENDING(Tone.ACTIVE),
    PAUSED(Tone.WARN),
    /** Every person of the segment got a letter or has a reason. */
    SENT(Tone.OK),
    STOPPED(Tone.REST);

    private final Tone tone;

    NewsletterState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Message key of its name. */
    public String key() {
        return "newsletter.state." + name();
    }
}
