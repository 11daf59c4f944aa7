package org.convergence.resources.declaration.domain;

import org.convergence.platform.shell.Tone;

/** Where an organisation stands in a round, in the order in which somebody has to see to it. */
public enum AnswerState {
    /** It cannot be asked: no address is known. */
    UNREACHABLE(Tone.BAD),
    /** It said another number than the one that was confirmed. */
    CORRECTED(Tone.WARN),
    /** The letter that asks it has not left. */
    NOT_SENT(Tone.WARN),
    /** It was asked, and reminded, and says nothing. */
    REMINDED(Tone.WARN),
    /** It was asked and says nothing. */
    SILENT(Tone.ACTIVE),
    /** It is not asked yet. */
    TO_ASK(Tone.AHEAD),
    /** A number was said for the day. */
    ANSWERED(Tone.OK),
    /** A number was said for the day, and checked. */
    CONFIRMED(Tone.OK);

    private final Tone tone;

    AnswerState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    public boolean isSilent() {
        return this == REMINDED || this == SILENT;
    }

    public boolean isAnswered() {
        return this == CORRECTED || this == ANSWERED || this == CONFIRMED;
    }

    /** The message with its name. */
    public String key() {
        return "declaration.state." + name();
    }
}
