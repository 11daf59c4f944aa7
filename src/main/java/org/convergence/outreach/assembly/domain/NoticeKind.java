package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** The subject of a letter about a meeting. */
public enum NoticeKind {
    CONVENED,
    MOVED,
    /** Another last day for the mandate letters of an assembly. */
    DUE_MOVED,
    /** A reminder to answer whether one comes. */
    REMINDED,
    CANCELLED;

    /** The prefix of its message keys. */
    String key() {
        return "assembly.letter." + name().toLowerCase(Locale.ROOT);
    }

    /** The purpose of its letters in the outbox. */
    public String purpose() {
        return "assembly_" + name().toLowerCase(Locale.ROOT);
    }
}
