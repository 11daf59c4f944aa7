package org.convergence.resources.subsidy;

import org.convergence.platform.shell.Tone;

/** The state of the file of a subsidised position. */
public enum SubsidyState {
    /** The subsidy was asked for, or is about to be. */
    ASKED(Tone.AHEAD),
    /** The subsidy is granted. */
    APPROVED(Tone.ACTIVE),
    /** The subsidy was refused. */
    REFUSED(Tone.REST),
    /** The last claim is paid. */
    CLOSED(Tone.OK);

    private final Tone tone;

    SubsidyState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The message key of its name. */
    public String key() {
        return "subsidy.state." + name();
    }
}
