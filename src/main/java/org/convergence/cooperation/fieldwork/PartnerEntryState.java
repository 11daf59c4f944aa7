package org.convergence.cooperation.fieldwork;

import org.convergence.platform.shell.Tone;

/** Where an entry stands. */
public enum PartnerEntryState {
    /** Written by us from a message; the partner corrects it on its page. */
    DRAFT(Tone.AHEAD),
    /** It waits for us. */
    WAITING(Tone.ACTIVE),
    /** The partner sees our comment, and corrects it. */
    RETURNED(Tone.WARN),
    ACCEPTED(Tone.OK);

    private final Tone tone;

    PartnerEntryState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether the partner has to correct it. */
    public boolean isWithPartner() {
        return this == DRAFT || this == RETURNED;
    }

    /** The message key of its name. */
    public String key() {
        return "fieldwork.state." + name();
    }
}
