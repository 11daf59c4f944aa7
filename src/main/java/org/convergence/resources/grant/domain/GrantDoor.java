package org.convergence.resources.grant.domain;

/** How money is asked from a funder (R-GRANT-1). */
public enum GrantDoor {
    /** A call with a deadline. */
    WINDOW,
    /** A programme that accepts applications all year. */
    STANDING,
    /** A funder that is approached by a letter or a conversation. */
    RELATION;

    /** The message key of its name. */
    public String key() {
        return "grant.door." + name();
    }
}
