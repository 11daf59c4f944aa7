package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** What a letter about a meeting says. */
enum NoticeKind {
    CONVENED,
    MOVED,
    CANCELLED;

    /** Where its words begin in the messages. */
    String key() {
        return "assembly.letter." + name().toLowerCase(Locale.ROOT);
    }

    /** What the list of the outbox calls it, and who fills in its link. */
    String purpose() {
        return "assembly_" + name().toLowerCase(Locale.ROOT);
    }
}
