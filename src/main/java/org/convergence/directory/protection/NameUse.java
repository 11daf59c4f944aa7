package org.convergence.directory.protection;

import java.util.Locale;

/** The uses of a person's name, narrowest first: a consent to one covers those before it. */
public enum NameUse {
    /** Within the team, on its pages. */
    TEAM,
    /** To partner organisations. */
    PARTNERS,
    /** In publications: reports, the site, urgent actions. */
    PUBLIC;

    /** The message key of its name. */
    public String key() {
        return "protection.use." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a consent to this use covers the other. */
    public boolean covers(NameUse other) {
        return compareTo(other) >= 0;
    }
}
