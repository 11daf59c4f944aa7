package org.convergence.directory.protection;

import java.util.Locale;

/** For what somebody's name is said, from the narrowest to the widest: who consents to one consents to those before it. */
public enum Use {
    /** Among the team, on its pages. */
    TEAM,
    /** To partner organisations. */
    PARTNERS,
    /** In what is published: reports, the site, urgent actions. */
    PUBLIC;

    /** Key of its name in the messages. */
    public String key() {
        return "protection.use." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a consent to this use is one to the other as well. */
    public boolean covers(Use other) {
        return compareTo(other) >= 0;
    }
}
