package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** The state of a meeting. */
public enum MeetingState {
    /** Not yet confirmed as held. */
    PLANNED,
    /** Held: its minutes are in progress, adopted, or signed. */
    HELD,
    CANCELLED;

    /** The message key of its name. */
    public String key() {
        return "assembly.state." + name().toLowerCase(Locale.ROOT);
    }
}
