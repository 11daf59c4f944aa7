package org.convergence.directory.consent;

import java.util.Locale;

/** By what one writes; a telephone call and a letter on paper are none of them (R-CASL-1). */
public enum ConsentChannel {
    MAIL,
    TEXT,
    MESSAGING;

    /** Key of its name in the messages. */
    public String key() {
        return "consent.channel." + name().toLowerCase(Locale.ROOT);
    }
}
