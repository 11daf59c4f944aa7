package org.convergence.directory.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal of consent.
 *
 * @param channel {@code null} for all
 * @param purpose {@code null} for all that the person can choose
 * @param day the day of the request
 * @param at when it was recorded
 */
record Withdrawal(
        @Nullable ConsentChannel channel, @Nullable Purpose purpose, LocalDate day, Instant at) {

    /** This withdrawal, limited to some channels. */
    List<Withdrawal> limitedTo(Set<ConsentChannel> some) {
        return some.stream()
                .filter(it -> channel == null || channel == it)
                .map(it -> new Withdrawal(it, purpose, day, at))
                .toList();
    }
}
