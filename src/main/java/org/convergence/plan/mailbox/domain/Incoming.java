package org.convergence.plan.mailbox.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A mail as it was understood.
 *
 * @param people those of the mail that was forwarded
 * @param date {@code null} where it cannot be read
 * @param leftOut how many attachments were too many, or could not be read
 */
record Incoming(
        String subject,
        @Nullable LocalDate date,
        List<Correspondent> people,
        String text,
        List<Enclosed> enclosed,
        int leftOut) {

    Incoming {
        people = List.copyOf(people);
        enclosed = List.copyOf(enclosed);
    }

    /** Something attached, read when it is asked for. */
    record Enclosed(String name, InputStreamSource content) {}
}
