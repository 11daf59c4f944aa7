package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Locale;

/** How someone said it. */
public enum Method {
    FORM,
    PAPER,
    ORAL,
    MESSAGE,
    /** On the page of her preferences. */
    PREFERENCES,
    /** By the button of her mail program (R-CASL-11). */
    ONE_CLICK;

    /** Those that somebody records for her. */
    public static final List<Method> BY_HAND = List.of(FORM, PAPER, ORAL, MESSAGE);

    /** Key of its name in the messages. */
    public String key() {
        return "consent.method." + name().toLowerCase(Locale.ROOT);
    }
}
