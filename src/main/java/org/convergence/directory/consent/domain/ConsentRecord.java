package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ground to record, with its proof (R-CASL-18).
 *
 * @param purpose {@code null} for every purpose the basis serves; never for an express consent
 * @param day the day of the ground
 * @param ended the end of the membership, subscription or contract
 * @param wording the exact wording of an express consent, at most 4,000 characters
 * @param version the version of this wording, at most 100 characters
 * @param source the paper, page or card that proves it, at most 1,000 characters
 * @param about the person's role, the full name of the referrer, the relationship, or how the local law is obeyed, at
 *     most 500 characters
 * @param country where the person reads it, for a foreign law
 */
public record ConsentRecord(
        PersonId person,
        ConsentChannel channel,
        @Nullable Purpose purpose,
        Basis basis,
        LocalDate day,
        @Nullable LocalDate ended,
        ConsentMethod method,
        @Nullable String wording,
        @Nullable String version,
        @Nullable String source,
        @Nullable String about,
        @Nullable String country) {

    /** The longest wording, in characters. */
    public static final int LONGEST_WORDING = 4_000;

    /** The longest source, in characters. */
    public static final int LONGEST_SOURCE = 1_000;

    /** The longest {@code about}, in characters. */
    public static final int LONGEST_ABOUT = 500;

    /** The longest name of a version, in characters. */
    public static final int LONGEST_VERSION = 100;

    /** An express consent with its wording. */
    public static ConsentRecord express(
            PersonId person,
            ConsentChannel channel,
            Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            String wording,
            String version,
            @Nullable String source) {
        return new ConsentRecord(
                person, channel, purpose, Basis.EXPRESS, day, null, method, wording, version, source, null, null);
    }
}
