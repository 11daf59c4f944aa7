package org.convergence.plan.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The recipient of a report. */
public enum Audience {
    /** The board: the progress note for one of its meetings. */
    BOARD,
    /** The assembly of the members: the annual report. */
    ANNUAL;

    /** Its name in addresses and the messages: {@code board}, {@code annual}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience with this name; empty if there is none. */
    public static Optional<Audience> fromSlug(String slug) {
        return Arrays.stream(values())
                .filter(audience -> audience.slug().equals(slug))
                .findFirst();
    }
}
