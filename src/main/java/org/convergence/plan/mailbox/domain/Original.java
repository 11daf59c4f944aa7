package org.convergence.plan.mailbox.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail that was forwarded.
 *
 * @param people who wrote it, then to whom it was written
 * @param date the day on which it was written, {@code null} where it cannot be read
 * @param subject {@code null} where it does not stand there
 * @param text what she who forwarded it added, then what it said
 */
record Original(
        List<Correspondent> people,
        @Nullable LocalDate date,
        @Nullable String subject,
        String text) {

    Original {
        people = List.copyOf(people);
    }
}
