package org.convergence.directory.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * She asked for no more.
 *
 * @param channel by what; {@code null} for everything
 * @param purpose of what; {@code null} for everything that she can stop
 * @param day when she asked
 * @param at when it was recorded
 */
record Withdrawal(
        @Nullable ConsentChannel channel, @Nullable Purpose purpose, LocalDate day, Instant at) {

    /** What of it holds for some channels alone. */
    List<Withdrawal> within(Set<ConsentChannel> some) {
        return some.stream()
                .filter(it -> channel == null || channel == it)
                .map(it -> new Withdrawal(it, purpose, day, at))
                .toList();
    }
}
