package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** How far a meeting is. */
public enum MeetingState {
    /** It is to take place, or nobody has said yet that it did. */
    PLANNED,
    /** It took place: its minutes are being written, adopted, or signed. */
    HELD,
    /** It did not take place. */
    CANCELLED;

    /** Key of its name in the messages. */
    public String key() {
        return "assembly.state." + name().toLowerCase(Locale.ROOT);
    }
}
