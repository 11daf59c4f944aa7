package org.convergence.cooperation.partner;

import org.convergence.platform.shell.Tone;

/** How far the relation with a partner is. */
public enum PartnerStage {
    /** We may cooperate one day. */
    PROSPECT(Tone.AHEAD),
    ACTIVE(Tone.ACTIVE),
    PAUSED(Tone.WARN),
    ENDED(Tone.REST);

    private final Tone tone;

    PartnerStage(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "partner.stage." + name();
    }
}
