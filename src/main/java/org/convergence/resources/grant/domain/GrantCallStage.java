package org.convergence.resources.grant.domain;

import org.convergence.platform.shell.Tone;

/** Where a call stands on a day. */
public enum GrantCallStage {
    /** It came back from last year, and its dates are not checked. */
    TO_CHECK(Tone.WARN),
    /** It is not decided whether to apply. */
    TO_DECIDE(Tone.AHEAD),
    /** An application is to be written. */
    GO(Tone.ACTIVE),
    /** An application was sent. */
    SENT(Tone.OK),
    /** Its deadline is over; an application is neither noted as sent nor abandoned. */
    MISSED(Tone.BAD),
    /** It was decided not to apply. */
    NO_GO(Tone.REST),
    /** Its deadline is over, and nothing is to be decided. */
    OVER(Tone.REST);

    private final Tone tone;

    GrantCallStage(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "grant.call.stage." + name();
    }
}
