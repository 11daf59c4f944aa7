package org.convergence.resources.declaration.domain;

import org.convergence.platform.shell.Tone;

/** The state of an organisation in a round, the most urgent first. */
public enum AnswerState {
    /** No address is known. */
    UNREACHABLE(Tone.BAD),
    /** Its answer differs from the confirmed number. */
    CORRECTED(Tone.WARN),
    /** The letter with the question has not left. */
    NOT_SENT(Tone.WARN),
    /** The letter with the question may have left: nobody knows. */
    PERHAPS_SENT(Tone.WARN),
    /** It was asked and reminded, and has not answered. */
    REMINDED(Tone.WARN),
    /** It was asked on an earlier day, and has not answered. */
    SILENT(Tone.ACTIVE),
    /** It was asked today. */
    ASKED(Tone.ACTIVE),
    /** It has not been asked yet. */
    TO_ASK(Tone.AHEAD),
    /** A number is recorded for the day. */
    ANSWERED(Tone.OK),
    /** A number is recorded for the day, and confirmed. */
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

    /** The message key of its name. */
    public String key() {
        return "declaration.state." + name();
    }
}
