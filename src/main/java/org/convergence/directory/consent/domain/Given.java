package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A reason to be allowed to write to someone, to be recorded with its proof (R-CASL-18).
 *
 * @param purpose for what; {@code null} for all that the basis serves, which a yes never is
 * @param day of what it rests on
 * @param ended of the membership, the subscription or the contract
 * @param wording the exact words of a yes, at most 4,000 characters
 * @param version of these words, at most 100 characters
 * @param source the paper, the page or the card that proves it, at most 1,000 characters
 * @param about her role, who referred her in full, the relationship, or how the local law is obeyed, at most 500 characters
 * @param country where she reads it, for what rests on a foreign law
 */
public record Given(
        PersonId person,
        ConsentChannel channel,
        @Nullable Purpose purpose,
        Basis basis,
        LocalDate day,
        @Nullable LocalDate ended,
        Method method,
        @Nullable String wording,
        @Nullable String version,
        @Nullable String source,
        @Nullable String about,
        @Nullable String country) {

    /** The longest wording, in characters. */
    public static final int LONGEST_WORDING = 4_000;

    /** The longest source, in characters. */
    public static final int LONGEST_SOURCE = 1_000;

    /** The longest saying on what it is about, in characters. */
    public static final int LONGEST_ABOUT = 500;

    /** The longest name of a version, in characters. */
    public static final int LONGEST_VERSION = 100;

    /** A yes in some words. */
    public static Given yes(
            PersonId person,
            ConsentChannel channel,
            Purpose purpose,
            LocalDate day,
            Method method,
            String wording,
            String version,
            @Nullable String source) {
        return new Given(
                person, channel, purpose, Basis.EXPRESS, day, null, method, wording, version, source, null, null);
    }
}
