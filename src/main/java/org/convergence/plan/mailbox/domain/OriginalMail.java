package org.convergence.plan.mailbox.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forwarded mail.
 *
 * @param people the sender, then the recipients
 * @param date the day on which it was written, {@code null} if it cannot be read
 * @param subject {@code null} if there is none
 * @param text what the forwarding person added, then the mail's text
 */
record OriginalMail(
        List<Correspondent> people,
        @Nullable LocalDate date,
        @Nullable String subject,
        String text) {

    OriginalMail {
        people = List.copyOf(people);
    }
}
