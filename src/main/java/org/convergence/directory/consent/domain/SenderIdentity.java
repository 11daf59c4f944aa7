package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's identity under the laws on messages.
 *
 * @param charitySince the charity registration day; {@code null} for no charity (R-CASL-4)
 * @param address the mailing address, shown in every commercial message (R-CASL-9), at most 500 characters
 * @param contact a telephone number, mail address or page beside it, at most 300 characters
 * @param privacyTitle the published title of the person in charge of personal data (R-L25-3), at most 200 characters
 * @param privacyContact how to reach that person, at most 300 characters
 */
public record SenderIdentity(
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

    static final SenderIdentity UNSAID = new SenderIdentity(null, null, null, null, null);
}
