package org.convergence.cooperation.watch;

import java.util.List;

/** The people for whom an item is meant. */
public enum WatchAudience {
    TEAM,
    MEMBERS,
    PARTNERS,
    /** Members and partners. */
    EVERYONE;

    /** The audiences of a digest. */
    public static final List<WatchAudience> DIGESTS = List.of(MEMBERS, PARTNERS);

    /** Whether an item with this audience is told to another one. */
    public boolean reaches(WatchAudience other) {
        return this == other || (this == EVERYONE && other != TEAM);
    }

    /** Message key of its name. */
    public String key() {
        return "watch.audience." + name();
    }
}
