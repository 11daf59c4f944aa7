package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation is before the laws on messages.
 *
 * @param charitySince since when it is a registered charity; {@code null} while it is none (R-CASL-4)
 * @param address its mailing address, which every commercial message shows (R-CASL-9), at most 500 characters
 * @param contact a telephone number, a mail address or a page beside it, at most 300 characters
 * @param privacyTitle the title of who answers for personal data, which is published (R-L25-3), at most 200 characters
 * @param privacyContact how to reach her, at most 300 characters
 */
public record Standing(
        @Nullable LocalDate charitySince,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String privacyTitle,
        @Nullable String privacyContact) {

    /** The longest address, in characters. */
    public static final int LONGEST_ADDRESS = 500;

    /** The longest contact, in characters. */
    public static final int LONGEST_CONTACT = 300;

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 200;

    static final String TABLE = "directory.consent_setting";

    static final Standing UNSAID = new Standing(null, null, null, null, null);
}
