package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.MailFailure;
import org.convergence.platform.mail.MailPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's view of the outbox, and decisions on letters that were given up. */
@Service
@Requires(MailPermissions.KEEP)
public class OutboxService {

    /** The reason of a letter perhaps sent that a person considers as arrived. */
    private static final String ARRIVED = "mail.arrived";

    private static final Duration SHOWN = Duration.ofDays(7);

    /** The position before the letter posted last. */
    private static final Keyset LATEST = Keyset.of("9999-12-31T00:00:00Z", "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final JdbcClient db;
    private final LetterStatusService letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxService(JdbcClient db, LetterStatusService letters, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A letter without its text.
     *
     * @param recipient empty if erased
     * @param subject empty if erased or hidden
     * @param postedAt when it was posted, which gives the order
     * @param leftOn when it left or was delivered otherwise; {@code null} before
     * @param position the position from which the next page starts
     * @param givenUp whether it may be sent again
     * @param doubtful whether it may be considered as arrived
     */
    public record LetterEnvelope(
            UUID id,
            String recipient,
            String subject,
            String purpose,
            LetterState state,
            Instant postedAt,
            @Nullable Instant leftOn,
            @Nullable String reason,
            boolean givenUp,
            boolean doubtful,
            String position) {}

    /**
     * What keeps letters from leaving.
     *
     * @param failingSince since when the server takes no letter; {@code null} while it does, or nothing waits
     * @param problem diagnosis of the failure; {@code null} for none
     * @param refused letters refused within a week, without a later letter for the same record
     * @param doubtful letters perhaps sent, on which a person decides
     * @param lapsed letters that waited more than a day and were withheld within a week, since what they said was over
     */
    public record OutboxHealth(
            @Nullable Instant failingSince, @Nullable String problem, int refused, int doubtful, int lapsed) {}

    /** Letters that a person may have to send again: none that a later letter about the same record replaced. */
    private static final String UNSETTLED = """
            m.recipient <> ''
            AND NOT EXISTS (SELECT FROM platform.mail_message later
                             WHERE later.matter = m.matter AND later.record_id = m.record_id
                               AND later.posted_at > m.posted_at)""";

    /** Letters that wait, those perhaps sent, and those that need a person as {@link OutboxHealth} counts them. */
    public enum OutboxFilter {
        WAITING("s.in_hand AND s.state = 'WAITING'"),
        REFUSED(UNSETTLED + " AND m.state IN ('FAILED', 'WITHHELD') AND s.state = 'REFUSED' AND m.next_at > :since"),
        DOUBTFUL(UNSETTLED + " AND s.state = 'PERHAPS_SENT'"),
        LAPSED(UNSETTLED + """
                 AND m.state = 'WITHHELD' AND m.record_id IS NOT NULL AND m.decided_by IS NULL
                AND m.next_at > :since AND m.next_at > m.posted_at + interval '1 day'""");

        private final String condition;

        OutboxFilter(String condition) {
            this.condition = condition;
        }
    }

    /** What keeps letters from leaving now. */
    @Transactional(readOnly = true)
    public OutboxHealth checkHealth() {
        Optional<MailFailure> failing = letters.findFailure();
        return db.sql("""
                        SELECT (count(*) FILTER (WHERE %s))::int AS refused, (count(*) FILTER (WHERE %s))::int AS doubtful,
                               (count(*) FILTER (WHERE %s))::int AS lapsed
                          FROM platform.mail_message m JOIN platform.mail_letter_status s USING (id)
                         WHERE m.state IN ('FAILED', 'WITHHELD')""".formatted(
                        OutboxFilter.REFUSED.condition, OutboxFilter.DOUBTFUL.condition, OutboxFilter.LAPSED.condition))
                .param("since", SqlTime.now(clock).minus(SHOWN))
                .query((row, n) -> new OutboxHealth(
                        failing.map(MailFailure::since).orElse(null),
                        failing.map(MailFailure::problem).orElse(null),
                        row.getInt("refused"),
                        row.getInt("doubtful"),
                        row.getInt("lapsed")))
                .single();
    }

    /**
     * A page of letters, the last posted first.
     *
     * @param filter {@code null} for all
     * @param after position of the last letter of the page before; empty for the first page
     */
    @Transactional(readOnly = true)
    public List<LetterEnvelope> findLatest(@Nullable OutboxFilter filter, String after, int limit) {
        String condition = filter == null ? "true" : filter.condition;
        Keyset place = Keyset.decode(after, KeysetValueType.INSTANT, KeysetValueType.ID)
                .orElse(LATEST);
        return db.sql("""
                        SELECT m.id, m.recipient, CASE WHEN m.discreet THEN '' ELSE m.subject END AS subject, m.purpose, s.state, s.left_on,
                               m.problem, m.state = 'FAILED' AND m.recipient <> '' AS given_up,
                               m.state = 'FAILED' AND s.state = 'PERHAPS_SENT' AS doubtful, m.posted_at
                          FROM platform.mail_message m JOIN platform.mail_letter_status s USING (id)
                         WHERE CAST(:since AS timestamptz) IS NOT NULL AND %s
                           AND (m.posted_at, m.id) < (CAST(:posted AS timestamptz), CAST(:last AS uuid))
                         ORDER BY m.posted_at DESC, m.id DESC LIMIT :limit""".formatted(condition))
                .param("since", SqlTime.now(clock).minus(SHOWN))
                .param("posted", place.values().get(0))
                .param("last", place.values().get(1))
                .param("limit", limit)
                .query((row, n) -> new LetterEnvelope(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("purpose"),
                        LetterState.valueOf(row.getString("state")),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("left_on", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        row.getString("problem"),
                        row.getBoolean("given_up"),
                        row.getBoolean("doubtful"),
                        Keyset.of(
                                        row.getObject("posted_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getObject("id", UUID.class))
                                .encode()))
                .list();
    }

    /** Tries the letters that waited for the server at once, since it takes letters again. */
    @Transactional
    public void retryFailing() {
        db.sql("""
                        UPDATE platform.mail_message SET next_at = :now, failing_since = NULL
                         WHERE state = 'QUEUED' AND failing_since IS NOT NULL""").param("now", SqlTime.now(clock)).update();
        events.publishEvent(new JdbcOutbox.LetterPosted());
    }

    /** Queues a given-up letter again. */
    @Transactional
    public void sendAgain(UUID id) {
        db.sql("""
                        UPDATE platform.mail_message SET state = 'QUEUED', attempts = 0, next_at = :now, sent_at = NULL,
                               decided_by = NULL, decided_at = NULL
                         WHERE id = :id AND state = 'FAILED' AND recipient <> ''""").param("now", SqlTime.now(clock)).param("id", id).update();
        events.publishEvent(new JdbcOutbox.LetterPosted());
    }

    /** Counts a letter perhaps sent as sent on the day of its last attempt, as a person decided. */
    @Transactional
    public void considerArrived(UUID id) {
        db.sql("""
                        UPDATE platform.mail_message m
                           SET state = 'SENT', sent_at = least(m.next_at, :now), problem = :reason,
                               decided_by = :by, decided_at = :now
                          FROM platform.mail_letter_status s
                         WHERE m.id = :id AND s.id = m.id AND m.state = 'FAILED' AND s.state = 'PERHAPS_SENT'""")
                .param("reason", ARRIVED)
                .param("by", CurrentActor.get().label())
                .param("now", SqlTime.now(clock))
                .param("id", id)
                .update();
    }
}
