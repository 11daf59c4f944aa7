package org.convergence.education.workshop;

import org.convergence.platform.shell.Tone;

/** What became of a request. */
public enum WorkshopRequestState {
    RECEIVED(Tone.ACTIVE),
    /** We asked something back. */
    CLARIFYING(Tone.ACTIVE),
    /** The asker does not answer. */
    STALLED(Tone.WARN),
    /** We offered a date, which the asker has not accepted yet. */
    OFFERED(Tone.AHEAD),
    SCHEDULED(Tone.OK),
    /** A question or notice that was answered. */
    ANSWERED(Tone.OK),
    /** Refused for lack of capacity, with an offer. */
    REFUSED(Tone.REST),
    /** The asker took it back. */
    WITHDRAWN(Tone.REST),
    /** Spam. */
    DISCARDED(Tone.REST);

    private final Tone tone;

    WorkshopRequestState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether it waits for our answer. */
    public boolean isOpen() {
        return this == RECEIVED || this == CLARIFYING || this == STALLED;
    }

    /** Whether a session holds its place. */
    public boolean hasSession() {
        return this == OFFERED || this == SCHEDULED;
    }

    /** The message key of its name. */
    public String key() {
        return "workshop.request.state." + name();
    }
}
