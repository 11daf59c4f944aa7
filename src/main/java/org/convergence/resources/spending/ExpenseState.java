package org.convergence.resources.spending;

import org.convergence.platform.shell.Tone;

/** The state of an expense. */
public enum ExpenseState {
    /** Promised, but not spent yet. */
    COMMITTED(Tone.AHEAD),
    /** Spent, and waiting for the accountant. */
    PROPOSED(Tone.ACTIVE),
    /** Returned by the accountant with a question. */
    RETURNED(Tone.WARN),
    ACCEPTED(Tone.OK),
    /** Accepted, and closed for good. */
    CLOSED(Tone.REST);

    private final Tone tone;

    ExpenseState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether the accountant has not accepted it yet. */
    public boolean isOpen() {
        return this == COMMITTED || this == PROPOSED || this == RETURNED;
    }

    /** The message key of its name. */
    public String key() {
        return "spending.state." + name();
    }
}
