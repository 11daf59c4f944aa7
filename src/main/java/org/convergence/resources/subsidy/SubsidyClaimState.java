package org.convergence.resources.subsidy;

import org.convergence.platform.shell.Tone;

/** The state of a claim. */
public enum SubsidyClaimState {
    /** Computed, and not sent yet. */
    PREPARED(Tone.WARN),
    /** Sent to the funder. */
    SENT(Tone.ACTIVE),
    /** Paid by the funder. */
    PAID(Tone.OK),
    /** Refused by the funder: its hours may be claimed again. */
    REFUSED(Tone.REST);

    private final Tone tone;

    SubsidyClaimState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "subsidy.claim.state." + name();
    }
}
