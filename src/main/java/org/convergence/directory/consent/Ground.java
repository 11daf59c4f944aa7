package org.convergence.directory.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ground for writing to a person, recorded or computed.
 *
 * @param channel {@code null} for any
 * @param purpose {@code null} for every purpose the basis can serve
 * @param since the day of the consent, the purchase or the admission
 * @param ended the end of the membership, subscription, contract or function; {@code null} while it lasts
 * @param at when it was recorded, which orders two of the same day; {@code null} where it is computed
 */
public record Ground(
        Basis basis,
        @Nullable ConsentChannel channel,
        @Nullable Purpose purpose,
        LocalDate since,
        @Nullable LocalDate ended,
        @Nullable Instant at) {

    /** This ground with an end. */
    public Ground endedOn(LocalDate day) {
        return new Ground(basis, channel, purpose, since, day, at);
    }

    /** A ground computed by a module, for every channel and every purpose the basis can serve. */
    public static Ground computed(Basis basis, LocalDate since, @Nullable LocalDate ended) {
        return new Ground(basis, null, null, since, ended, null);
    }
}
