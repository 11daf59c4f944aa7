package org.convergence.advocacy.treaty;

/** The parliament to which a petition is addressed. */
public enum Parliament {
    CANADA,
    QUEBEC;

    /** The message key of its name. */
    public String key() {
        return "treaty.parliament." + name();
    }
}
