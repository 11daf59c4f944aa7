package org.convergence.directory.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reason to be allowed to write to someone, recorded or computed.
 *
 * @param channel by what; {@code null} for any
 * @param purpose for what; {@code null} for all that it may serve
 * @param since the day of what it rests on: the yes, the purchase, the admission
 * @param ended when the membership, the subscription or the contract ended; {@code null} while it lasts
 * @param at when it was recorded, which tells two of one day apart; {@code null} where it is computed
 */
public record Ground(
        Basis basis,
        @Nullable ConsentChannel channel,
        @Nullable Purpose purpose,
        LocalDate since,
        @Nullable LocalDate ended,
        @Nullable Instant at) {

    /** One that a module computes from what it knows, for every channel and all that it may serve. */
    public static Ground computed(Basis basis, LocalDate since, @Nullable LocalDate ended) {
        return new Ground(basis, null, null, since, ended, null);
    }
}
