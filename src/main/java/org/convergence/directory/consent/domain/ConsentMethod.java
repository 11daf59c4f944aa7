package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Locale;

/** How a consent or a withdrawal was given. */
public enum ConsentMethod {
    FORM,
    PAPER,
    ORAL,
    MESSAGE,
    /** On the preferences page. */
    PREFERENCES,
    /** By the button of the mail program (R-CASL-11). */
    ONE_CLICK;

    /** The methods recorded by hand. */
    public static final List<ConsentMethod> BY_HAND = List.of(FORM, PAPER, ORAL, MESSAGE);

    /** The message key of its name. */
    public String key() {
        return "consent.method." + name().toLowerCase(Locale.ROOT);
    }
}
