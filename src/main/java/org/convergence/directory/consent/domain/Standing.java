package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation is before the laws on messages.
 *
 * @param charitySince since when it is a registered charity; {@code null} while it is none (R-CASL-4)
 * @param address its mailing address, which every commercial message shows (R-CASL-9), at most 500 characters
 * @param contact a telephone number, a mail address or a page beside it, at most 300 characters
 */
public record Standing(
        @Nullable LocalDate charitySince,
        @Nullable String address,
        @Nullable String contact) {

    /** The longest address, in characters. */
    public static final int LONGEST_ADDRESS = 500;

    /** The longest contact, in characters. */
    public static final int LONGEST_CONTACT = 300;

    static final String TABLE = "directory.consent_setting";

    static final Standing UNSAID = new Standing(null, null, null);
}
