package org.convergence.directory.consent;

import java.util.Locale;

/** A channel subject to consent; a telephone call and a letter on paper are not (R-CASL-1). */
public enum ConsentChannel {
    MAIL,
    TEXT,
    MESSAGING;

    /** The message key of its name. */
    public String key() {
        return "consent.channel." + name().toLowerCase(Locale.ROOT);
    }
}
