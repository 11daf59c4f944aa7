package org.convergence.plan.calendar.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.Guesses.Guess;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.database.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * Something past that stands in a calendar of hers and waits for an answer.
 *
 * @param seenAt when it was first read, or moved to its day
 * @param hours how long it took; {@code null} where that is not known
 * @param recurs whether others like it come back
 * @param guess what its title says it served, and with whom
 * @param said as which she, or a colleague who has the same in her calendar, recorded it; {@code null} for nobody
 */
public record Waiting(
        UUID id,
        String title,
        String place,
        LocalDate day,
        LocalDate lastDay,
        Instant endsAt,
        Instant seenAt,
        @Nullable BigDecimal hours,
        boolean recurs,
        Guess guess,
        @Nullable RealisationId said) {

    /** Whether one gesture is enough: it says what it served, or it was recorded already. */
    public boolean isClear() {
        return said != null || !guess.lines().isEmpty();
    }

    /** Where it stands in the list. */
    public String after() {
        return Keyset.of(endsAt, id).encode();
    }

    Waiting with(Guess better) {
        return new Waiting(id, title, place, day, lastDay, endsAt, seenAt, hours, recurs, better, said);
    }
}
