package org.convergence.platform.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.domain.JdbcOutbox.MailingMember;
import org.convergence.platform.mail.domain.JdbcOutbox.OutboxState;
import org.convergence.platform.mail.domain.SendingResult.Bounce;
import org.convergence.platform.mail.domain.SendingResult.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters on their way out. A node first reserves a batch, which stays in the queue and can be taken back; then it
 * claims a few at a time, which count as being sent until their outcome is recorded.
 */
@Repository
class OutgoingLetterRepository {

    /** After this time a letter still being sent counts as interrupted: whether it arrived is unknown. */
    static final Duration IN_FLIGHT = Duration.ofMinutes(5);

    /**
     * After this time another node may reserve a letter; a dead node’s round is resumed after eight seconds or more.
     */
    static final Duration RESERVED = Duration.ofSeconds(5);

    static final int MOST_ATTEMPTS = 8;

    private static final String CLAIM = """
            UPDATE platform.mail_message SET state = 'SENDING', attempts = attempts + 1, next_at = :late
             WHERE id IN (SELECT m.id FROM unnest(CAST(:ids AS uuid[]), CAST(:until AS timestamptz[])) AS r (id, until)
                            JOIN platform.mail_message m ON m.id = r.id AND m.next_at = r.until
                           WHERE m.state IN ('QUEUED', 'PERHAPS_SENT') AND m.recipient <> ''
                             FOR UPDATE OF m SKIP LOCKED)
            RETURNING id, recipient, subject, body, blocks, stop, attempts""";

    /** Both changes are one statement, since each answer of the database costs as much time as a letter. */
    private static final String RECORD_AND_CLAIM = """
            WITH sent AS (UPDATE platform.mail_message SET state = 'SENT', sent_at = :now, problem = NULL
                           WHERE id = ANY (:sent) AND state = 'SENDING')
            """ + CLAIM;

    private final JdbcClient db;
    private final SendingCheck sendingCheck;
    private final Clock clock;

    OutgoingLetterRepository(JdbcClient db, SendingCheck sendingCheck, Clock clock) {
        this.db = db;
        this.sendingCheck = sendingCheck;
        this.clock = clock;
    }

    /**
     * A letter reserved by this node, without its text, which may still change.
     *
     * @param until the end of the reservation, which also identifies it
     */
    record ReservedLetter(
            UUID id,
            OffsetDateTime until,
            String to,
            @Nullable String completer,
            @Nullable UUID about,
            boolean repeated,
            @Nullable MailingMember mailing) {}

    /**
     * A letter being sent.
     *
     * @param blocks the stored blocks of the text; {@code null} if it was written as plain text
     * @param stop the unsubscribe address, not yet completed
     */
    record OutgoingLetter(
            UUID id,
            String to,
            String subject,
            String text,
            @Nullable String blocks,
            @Nullable String stop,
            int attempts) {}

    /** The end of an attempt to send a letter. */
    record SendingOutcome(OutgoingLetter letter, SendingResult result) {}

    /** Reserves the next due letters; those that a person at a screen waits for come before mailings. */
    @Transactional
    List<ReservedLetter> reserve(int most) {
        return db.sql("""
                        WITH due AS (SELECT id, row_number() OVER () AS place
                                       FROM (SELECT id FROM platform.mail_message
                                              WHERE state IN ('QUEUED', 'PERHAPS_SENT') AND next_at <= :now
                                                AND recipient <> ''
                                              ORDER BY num_nonnulls(party, record_id) > 0, next_at, id
                                              LIMIT :most FOR UPDATE SKIP LOCKED) AS locked),
                             reserved AS (UPDATE platform.mail_message m SET next_at = :until FROM due WHERE m.id = due.id
                                          RETURNING m.*, due.place)
                        SELECT id, next_at, recipient, completer, about, stop, party, topic FROM reserved ORDER BY place""")
                .param("now", now())
                .param("until", now().plus(RESERVED))
                .param("most", most)
                .query((row, n) -> reserved(row))
                .list();
    }

    private static ReservedLetter reserved(ResultSet row) throws SQLException {
        UUID party = row.getObject("party", UUID.class);
        return new ReservedLetter(
                row.getObject("id", UUID.class),
                row.getObject("next_at", OffsetDateTime.class),
                row.getString("recipient"),
                row.getString("completer"),
                row.getObject("about", UUID.class),
                row.getString("stop") != null,
                party == null ? null : new MailingMember(party, row.getString("topic")));
    }

    /**
     * Records outcomes, and claims reserved letters unless they were taken back, erased or reserved by another node
     * meanwhile. Letters of a mailing are checked against the rules once more.
     */
    @Transactional
    List<OutgoingLetter> recordAndClaim(Collection<SendingOutcome> outcomes, Collection<ReservedLetter> next) {
        List<UUID> sent = new ArrayList<>();
        for (SendingOutcome outcome : outcomes) {
            if (outcome.result().kind() == Kind.SENT) {
                sent.add(outcome.letter().id());
            } else {
                recordFailure(outcome.letter(), outcome.result());
            }
        }
        List<ReservedLetter> allowed =
                next.stream().filter(this::withholdUnlessAllowed).toList();
        if (sent.isEmpty() && allowed.isEmpty()) {
            return List.of();
        }
        return db.sql(RECORD_AND_CLAIM)
                .param("now", now())
                .param("sent", sent.toArray(UUID[]::new))
                .param("late", now().plus(IN_FLIGHT))
                .param("ids", allowed.stream().map(ReservedLetter::id).toArray(UUID[]::new))
                .param(
                        "until",
                        allowed.stream().map(each -> each.until().toString()).toArray(String[]::new))
                .query((row, n) -> new OutgoingLetter(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("blocks"),
                        row.getString("stop"),
                        row.getInt("attempts")))
                .list();
    }

    /** Whether the recipient may still be written to; if not, the letter is withheld. */
    private boolean withholdUnlessAllowed(ReservedLetter letter) {
        MailingMember mailing = letter.mailing();
        Optional<String> reason = mailing == null
                ? Optional.empty()
                : sendingCheck.exclusionReason(mailing.topic(), new MailingRecipient(mailing.party(), letter.to()));
        reason.ifPresent(why -> db.sql("""
                        UPDATE platform.mail_message SET state = 'WITHHELD', next_at = :now, problem = :reason
                         WHERE id = :id AND next_at = :until AND state IN ('QUEUED', 'PERHAPS_SENT')""")
                .param("now", now())
                .param("reason", why)
                .param("id", letter.id())
                .param("until", letter.until())
                .update());
        return reason.isEmpty();
    }

    /**
     * Reschedules a letter, later each time, and gives it up after {@value #MOST_ATTEMPTS} attempts. A letter that was
     * claimed and not handed over returns to the queue as it was.
     */
    private void recordFailure(OutgoingLetter letter, SendingResult result) {
        boolean untried = result.kind() == Kind.UNTRIED;
        boolean over = result.kind() == Kind.REFUSED || (!untried && letter.attempts() >= MOST_ATTEMPTS);
        if (result.bounce() != Bounce.NONE && (result.kind() == Kind.REFUSED || letter.attempts() == 1)) {
            sendingCheck.recordBounce(letter.to(), result.bounce() == Bounce.PERMANENT);
        }
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = :state, next_at = :next, attempts = :attempts, cut_off = cut_off OR :doubt,
                               problem = CASE WHEN :untried THEN problem ELSE :problem END
                         WHERE id = :id AND state = 'SENDING'""")
                .param("state", over ? OutboxState.FAILED.name() : OutboxState.QUEUED.name())
                .param("next", untried ? now() : now().plusMinutes(1L << Math.min(letter.attempts(), 9)))
                .param("attempts", untried ? letter.attempts() - 1 : letter.attempts())
                .param("doubt", result.kind() == Kind.PERHAPS_SENT)
                .param("untried", untried)
                .param("problem", result.diagnosis().name())
                .param("id", letter.id())
                .update();
    }

    /**
     * Reschedules letters that were being sent when a process died: they show as perhaps sent, and are sent once more;
     * those interrupted {@value #MOST_ATTEMPTS} times are given up.
     */
    @Transactional
    int recoverInterrupted() {
        return db.sql("""
                        UPDATE platform.mail_message
                           SET cut_off = true, state = CASE WHEN attempts < :most THEN 'PERHAPS_SENT' ELSE 'FAILED' END
                         WHERE state = 'SENDING' AND next_at <= :now""").param("most", MOST_ATTEMPTS).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
