package org.convergence.platform.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.domain.JdbcOutbox.MailingMember;
import org.convergence.platform.mail.domain.SendingResult.Bounce;
import org.convergence.platform.mail.domain.SendingResult.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The letters on their way out. A node first reserves a batch, which stays in the queue and can be taken back; then it
 * claims one at a time, which counts as being sent until its outcome is recorded.
 *
 * <p>Claims and sent letters are committed without waiting for the disk. The death of a node loses none of them, but a
 * crash of the database server may lose those since the last reservation. Each reserved letter therefore names the
 * database run, which ends with a crash: a letter of an ended run may have been sent.
 */
@Repository
class OutgoingLetterRepository {

    /** After this time a letter still being sent counts as interrupted: whether it arrived is unknown. */
    static final Duration IN_FLIGHT = Duration.ofMinutes(5);

    /** After this time another node may reserve a letter; a dead node’s round is resumed after eight seconds or more. */
    static final Duration RESERVED = Duration.ofSeconds(5);

    private static final String WITHOUT_WAITING = "set_config('synchronous_commit', 'off', true) = 'off'";

    /** Both changes are one statement, since each answer of the database costs as much time as a letter. */
    private static final String RECORD_SENT_AND_CLAIM = """
            WITH sent AS (UPDATE platform.mail_message SET state = 'SENT', sent_at = :now, problem = NULL
                           WHERE id = :sent AND (state = 'SENDING' OR state = 'FAILED' AND problem = '%2$s') AND %1$s),
                 lifted AS (DELETE FROM platform.mail_bounce WHERE mark = ANY (:marks) AND NOT reported)
            UPDATE platform.mail_message SET state = 'SENDING', attempts = attempts + 1, next_at = :late
             WHERE id = (SELECT id FROM platform.mail_message
                          WHERE id = :next AND next_at = :until AND state IN ('QUEUED', 'PERHAPS_SENT')
                            AND recipient <> '' FOR UPDATE SKIP LOCKED) AND %1$s
            RETURNING id, recipient, subject, body, blocks, stop, attempts""".formatted(WITHOUT_WAITING, NamedLetterStop.REASON);

    private final JdbcClient db;
    private final SendingCheck sendingCheck;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OutgoingLetterRepository(JdbcClient db, SendingCheck sendingCheck, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.sendingCheck = sendingCheck;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A letter reserved by this node, without its text, which may still change.
     *
     * @param until the end of the reservation, which also identifies it
     * @param about the letter as its completer knows it; {@code null} without a completer
     * @param isAwaited whether it is urgent or a person at a screen waits for it, so that no limit of mailings applies
     */
    record ReservedLetter(
            UUID id,
            OffsetDateTime until,
            String to,
            @Nullable String completer,
            @Nullable WaitingLetter about,
            boolean repeated,
            boolean isAwaited,
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

    /**
     * Reserves the next due letters: urgent ones first, then those that a person at a screen waits for, then notices with a
     * legal deadline, then the others (R-MAIL-5).
     *
     * @param onlyAwaited whether mailings wait
     * @param held domains to which mailings wait, in lower case
     */
    @Transactional
    List<ReservedLetter> reserve(int most, boolean onlyAwaited, Set<String> held) {
        db.sql("INSERT INTO platform.mail_database_run (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(Ids.next())
                .update();
        return db.sql("""
                        WITH due AS (SELECT id, row_number() OVER () AS place
                                       FROM (SELECT id FROM platform.mail_message
                                              WHERE state IN ('QUEUED', 'PERHAPS_SENT') AND next_at <= :now
                                                AND recipient <> ''
                                                AND (urgent OR num_nonnulls(party, record_id) = 0 OR NOT :onlyAwaited
                                                     AND lower(split_part(recipient, '@', 2)) <> ALL (:held))
                                              ORDER BY NOT urgent, num_nonnulls(party, record_id) > 0, NOT legal, next_at, id
                                              LIMIT :most FOR UPDATE SKIP LOCKED) AS locked),
                             reserved AS (UPDATE platform.mail_message m SET next_at = :until, database_run = run.id
                                            FROM due, platform.mail_database_run run WHERE m.id = due.id
                                          RETURNING m.*, due.place)
                        SELECT * FROM reserved ORDER BY place""")
                .param("now", SqlTime.now(clock))
                .param("until", SqlTime.now(clock).plus(RESERVED))
                .param("most", most)
                .param("onlyAwaited", onlyAwaited)
                .param("held", held.toArray(String[]::new))
                .query((row, n) -> reserved(row))
                .list();
    }

    /** The number of letters that left within a time until now. */
    int countSent(Duration within) {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE state = 'SENT' AND sent_at > ?")
                .param(SqlTime.now(clock).minus(within))
                .query(Integer.class)
                .single();
    }

    /** The queued letters about subjects, locked. */
    List<ReservedLetter> lockQueued(Collection<UUID> subjects) {
        return db.sql("""
                        SELECT * FROM platform.mail_message
                         WHERE about = ANY (:subjects) AND state IN ('QUEUED', 'PERHAPS_SENT') ORDER BY id FOR UPDATE""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, n) -> reserved(row))
                .list();
    }

    /** The queued letters that have a completer, after this one; the oldest first. */
    List<ReservedLetter> findQueued(UUID after, int limit) {
        return db.sql("""
                        SELECT * FROM platform.mail_message
                         WHERE state IN ('QUEUED', 'PERHAPS_SENT') AND completer IS NOT NULL AND id > ? ORDER BY id LIMIT ?""").params(after, limit).query((row, n) -> reserved(row)).list();
    }

    private static ReservedLetter reserved(ResultSet row) throws SQLException {
        UUID party = row.getObject("party", UUID.class);
        UUID about = row.getObject("about", UUID.class);
        return new ReservedLetter(
                row.getObject("id", UUID.class),
                row.getObject("next_at", OffsetDateTime.class),
                row.getString("recipient"),
                row.getString("completer"),
                about == null
                        ? null
                        : new WaitingLetter(
                                about,
                                row.getString("recipient"),
                                row.getString("purpose"),
                                row.getObject("record_id", UUID.class),
                                row.getObject("posted_at", OffsetDateTime.class).toInstant()),
                row.getString("stop") != null,
                row.getBoolean("urgent") || (party == null && row.getObject("record_id") == null),
                party == null ? null : new MailingMember(party, row.getString("topic")));
    }

    /**
     * Returns the rest of a reservation to the queue, so that it leaves soon and a later crash leaves no doubt about it.
     *
     * @param untouched not empty
     */
    void release(Collection<ReservedLetter> untouched) {
        db.sql("""
                        UPDATE platform.mail_message SET next_at = :now, database_run = NULL
                         WHERE id = ANY (:ids) AND next_at = :until AND state IN ('QUEUED', 'PERHAPS_SENT')""")
                .param("now", SqlTime.now(clock))
                .param("ids", untouched.stream().map(ReservedLetter::id).toArray(UUID[]::new))
                .param("until", untouched.iterator().next().until())
                .update();
    }

    /**
     * Records the outcome of a letter, and claims a reserved one unless it was taken back, erased or reserved by another
     * node meanwhile. A letter of a mailing is checked against the rules once more. Sending lifts a refusal's mark.
     */
    Optional<OutgoingLetter> recordAndClaim(@Nullable SendingOutcome outcome, @Nullable ReservedLetter next) {
        ReservedLetter allowed = next != null && withholdUnlessAllowed(next) ? next : null;
        OutgoingLetter sent = outcome != null && outcome.result().kind() == Kind.SENT ? outcome.letter() : null;
        if (outcome != null && sent == null) {
            transactions.executeWithoutResult(tx -> recordFailure(outcome.letter(), outcome.result()));
        }
        if (sent == null && allowed == null) {
            return Optional.empty();
        }
        return db.sql(RECORD_SENT_AND_CLAIM)
                .param("now", SqlTime.now(clock))
                .param("sent", sent == null ? null : sent.id())
                .param("marks", sent == null ? new String[0] : sendingCheck.bounceMarks(sent.to()))
                .param("late", SqlTime.now(clock).plus(IN_FLIGHT))
                .param("next", allowed == null ? null : allowed.id())
                .param("until", allowed == null ? null : allowed.until())
                .query((row, n) -> new OutgoingLetter(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("blocks"),
                        row.getString("stop"),
                        row.getInt("attempts")))
                .optional();
    }

    /** Whether the recipient may still be written to; if not, the letter is withheld. */
    private boolean withholdUnlessAllowed(ReservedLetter letter) {
        MailingMember mailing = letter.mailing();
        Optional<String> reason = mailing == null
                ? Optional.empty()
                : sendingCheck.exclusionReason(mailing.topic(), new MailingRecipient(mailing.party(), letter.to()));
        reason.ifPresent(why -> withhold(letter, why));
        return reason.isEmpty();
    }

    /** Withholds a reserved letter; one that was perhaps sent stays so, and is not sent again. */
    void withhold(ReservedLetter letter, String reason) {
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN cut_off THEN 'FAILED' ELSE 'WITHHELD' END, next_at = :now, problem = :reason
                         WHERE id = :id AND next_at = :until AND state IN ('QUEUED', 'PERHAPS_SENT')""")
                .param("now", SqlTime.now(clock))
                .param("reason", reason)
                .param("id", letter.id())
                .param("until", letter.until())
                .update();
    }

    /**
     * Reschedules a letter, later each time up to an hour. It is given up after {@link SendingResult#mostAttempts}, or
     * when it was perhaps sent for the second time: then a person decides.
     */
    private void recordFailure(OutgoingLetter letter, SendingResult result) {
        boolean over = result.kind() == Kind.REFUSED || letter.attempts() >= result.mostAttempts();
        if (result.bounce() != Bounce.NONE && (result.kind() == Kind.REFUSED || letter.attempts() == 1)) {
            sendingCheck.recordBounce(letter.to(), result.bounce() == Bounce.PERMANENT);
        }
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = CASE WHEN :over OR cut_off AND :doubt THEN 'FAILED' ELSE 'QUEUED' END,
                               next_at = CASE WHEN :over OR cut_off AND :doubt THEN :now ELSE CAST(:next AS timestamptz) END,
                               cut_off = cut_off OR :doubt, problem = :problem, database_run = NULL,
                               failing_since = CASE WHEN NOT :away THEN NULL
                                                    WHEN failing_since > (SELECT coalesce(max(sent_at), '-infinity')
                                                                            FROM platform.mail_message WHERE state = 'SENT')
                                                    THEN failing_since ELSE :now END
                         WHERE id = :id AND state = 'SENDING'""")
                .param("over", over)
                .param("away", result.endsRound() && result.kind() == Kind.FAILED)
                .param("now", SqlTime.now(clock))
                .param("next", SqlTime.now(clock).plusMinutes(1L << Math.min(letter.attempts(), 6)))
                .param("doubt", result.kind() == Kind.PERHAPS_SENT)
                .param("problem", result.diagnosis().name())
                .param("id", letter.id())
                .update();
    }

    /**
     * Reschedules letters that may have been sent before a process died: those whose outcome is unknown for too long, and
     * those reserved before a crash of the database server. They show as perhaps sent, and are sent once more; those in
     * doubt before are given up.
     */
    @Transactional
    int recoverInterrupted() {
        return db.sql("""
                        UPDATE platform.mail_message m
                           SET cut_off = true, state = CASE WHEN cut_off THEN 'FAILED' ELSE 'PERHAPS_SENT' END,
                               database_run = NULL
                         WHERE state IN ('QUEUED', 'SENDING', 'PERHAPS_SENT') AND next_at <= :reserved
                           AND CASE state WHEN 'SENDING' THEN next_at <= :now
                                          ELSE database_run IS NOT NULL AND NOT EXISTS (
                                              SELECT FROM platform.mail_database_run r WHERE r.id = m.database_run) END""")
                .param("reserved", SqlTime.now(clock).plus(RESERVED))
                .param("now", SqlTime.now(clock))
                .update();
    }
}
