package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.MailPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's view of the outbox, and sending letters again that were given up. */
@Service
@Requires(MailPermissions.KEEP)
public class OutboxService {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxService(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A letter without its text.
     *
     * @param recipient empty if erased
     * @param subject empty if erased or hidden
     * @param at when it left, else when it was posted
     * @param givenUp whether it may be sent again
     */
    public record LetterEnvelope(
            UUID id,
            String recipient,
            String subject,
            String purpose,
            LetterState state,
            Instant at,
            @Nullable String reason,
            boolean givenUp) {}

    /** The last letters, newest first. */
    @Transactional(readOnly = true)
    public List<LetterEnvelope> findLatest(int limit) {
        return db.sql("""
                        SELECT m.id, m.recipient, CASE WHEN m.discreet THEN '' ELSE m.subject END AS subject, m.purpose, s.state, coalesce(s.left_on, m.posted_at) AS at,
                               m.problem, m.state = 'FAILED' AND m.recipient <> '' AS given_up
                          FROM platform.mail_message m JOIN platform.mail_letter_status s USING (id)
                         ORDER BY m.posted_at DESC, m.id DESC LIMIT :limit""")
                .param("limit", limit)
                .query((row, n) -> new LetterEnvelope(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("purpose"),
                        LetterState.valueOf(row.getString("state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("problem"),
                        row.getBoolean("given_up")))
                .list();
    }

    /** Queues a given-up letter again. */
    @Transactional
    public void sendAgain(UUID id) {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'QUEUED', attempts = 0, next_at = :now, sent_at = NULL
                         WHERE id = :id AND state = 'FAILED' AND recipient <> ''""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        events.publishEvent(new JdbcOutbox.LetterPosted());
    }
}
