package org.convergence.platform.mail.domain;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes letters. If one regards a record, its state and dates stay; recipient and text are emptied, and it is never
 * sent.
 */
@Component
record LetterErasure(JdbcClient db) {

    /** The reason of an unsent letter whose recipient was forgotten. */
    static final String FORGOTTEN = "mail.withheld.forgotten";

    private static final String EMPTY = """
            UPDATE platform.mail_message
               SET recipient = '', subject = '', body = '', blocks = NULL, stop = NULL, completer = NULL, about = NULL, party = NULL,
                   topic = NULL,
                   problem = CASE WHEN state = 'QUEUED' THEN '%s' ELSE problem END,
                   state = CASE WHEN state = 'QUEUED' THEN 'WITHHELD' ELSE state END
             WHERE record_id IS NOT NULL AND recipient <> '' AND\s""".formatted(FORGOTTEN);
    private static final String DELETE = "DELETE FROM platform.mail_message WHERE record_id IS NULL AND ";

    private static final String OLD = "state IN ('SENT', 'FAILED', 'WITHHELD', 'DELIVERED_OTHERWISE')"
            + " AND coalesce(sent_at, greatest(posted_at, next_at)) < ?";

    /** Erases letters to addresses of a person. */
    void erase(Collection<String> addresses) {
        String[] theirs =
                addresses.stream().map(each -> each.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        for (String start : new String[] {EMPTY, DELETE}) {
            db.sql(start + "lower(recipient) = ANY (?)").param(theirs).update();
        }
    }

    /** Erases letters that were sent, given up or withheld before an instant. */
    void eraseOlderThan(OffsetDateTime before) {
        for (String start : new String[] {EMPTY, DELETE}) {
            db.sql(start + OLD).param(before).update();
        }
    }
}
