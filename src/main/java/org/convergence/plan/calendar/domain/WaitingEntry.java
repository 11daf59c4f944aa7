package org.convergence.plan.calendar.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationGuesser.RealisationGuess;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.database.Keyset;
import org.jspecify.annotations.Nullable;

/**
 * A past entry of the user's calendars that waits for an answer.
 *
 * @param seenAt when it was first read, or moved to its day
 * @param hours how long it took; {@code null} if that is not known
 * @param recurs whether it is part of a series
 * @param guess the actions and organisations found in its title
 * @param said the realisation that records it, by the user or by a colleague with the same entry; {@code null} for none
 */
public record WaitingEntry(
        UUID id,
        String title,
        String place,
        LocalDate day,
        LocalDate lastDay,
        Instant endsAt,
        Instant seenAt,
        @Nullable BigDecimal hours,
        boolean recurs,
        RealisationGuess guess,
        @Nullable RealisationId said) {

    /** Whether one click records it: its title names actions, or it was recorded already. */
    public boolean isOneClick() {
        return said != null || !guess.lines().isEmpty();
    }

    /** Its position in the list. */
    public String keysetPosition() {
        return Keyset.of(endsAt, id).encode();
    }

    WaitingEntry withGuess(RealisationGuess better) {
        return new WaitingEntry(id, title, place, day, lastDay, endsAt, seenAt, hours, recurs, better, said);
    }
}
