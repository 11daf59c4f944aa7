package org.convergence.plan.mailbox.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A parsed mail.
 *
 * @param people of the forwarded mail
 * @param date {@code null} if it cannot be read
 * @param leftOut number of attachments that were too many, or unreadable
 */
record ParsedMail(
        String subject,
        @Nullable LocalDate date,
        List<Correspondent> people,
        String text,
        List<MailAttachment> enclosed,
        int leftOut) {

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

    ParsedMail {
        people = List.copyOf(people);
        enclosed = List.copyOf(enclosed);
    }

    /** An attachment, read on demand. */
    record MailAttachment(String name, InputStreamSource content) {}
}
