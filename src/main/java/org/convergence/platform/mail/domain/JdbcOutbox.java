package org.convergence.platform.mail.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox in the database. */
@Service
public class JdbcOutbox implements Outbox {

    /** After this time a letter still being sent counts as interrupted: whether it arrived is unknown. */
    static final Duration IN_FLIGHT = Duration.ofMinutes(5);

    static final int MOST_ATTEMPTS = 8;

    private static final Pattern ONE_ADDRESS = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]{1,64}@[A-Za-z0-9.-]{1,189}");

    private final JdbcClient db;
    private final SendingCheck sendingCheck;
    private final ReturnPath returns;
    private final LetterErasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcOutbox(
            JdbcClient db,
            SendingCheck sendingCheck,
            ReturnPath returns,
            LetterErasure erasure,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.sendingCheck = sendingCheck;
        this.returns = returns;
        this.erasure = erasure;
        this.events = events;
        this.clock = clock;
    }

    /** Event: a letter was posted and can be sent. */
    record LetterPosted() {}

    /** The state of a letter. */
    public enum OutboxState {
        QUEUED,
        SENDING,
        /** Interrupted while being sent: it may have arrived, and is sent once more under the same Message-ID. */
        PERHAPS_SENT,
        SENT,
        FAILED,
        /** Not sent: the recipient may no longer be written to, or the letter was taken back. */
        WITHHELD,
        /** Delivered by post or by hand, as a person noted. */
        DELIVERED_OTHERWISE
    }

    /** A letter taken for sending. */
    record OutgoingLetter(
            UUID id,
            String to,
            String subject,
            String text,
            @Nullable String completer,
            @Nullable UUID about,
            @Nullable String stop,
            int attempts,
            @Nullable String returnTo,
            @Nullable MailingMember sending) {}

    /**
     * The mailing to which a letter belongs.
     *
     * @param party its recipient
     * @param topic its topic
     */
    record MailingMember(UUID party, String topic) {}

    @Override
    @Open("the caller has checked the permission to record the fact")
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(Letter letter) {
        post(letter, null);
    }

    /** Posts a letter, of a mailing unless {@code sending} is {@code null}. */
    void post(Letter letter, @Nullable MailingMember sending) {
        if (!ONE_ADDRESS.matcher(letter.to()).matches()) {
            throw new IllegalArgumentException("Not one address");
        }
        OffsetDateTime now = now();
        Letter.Completion completion = letter.completion();
        Letter.LetterReference regarding = letter.regarding();
        db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, purpose, completer, about, stop, party, topic, matter,
                                record_id, discreet, posted_at, next_at)
                        VALUES (:id, :to, :subject, :body, :purpose, :completer, :about, :stop, :party, :topic, :matter,
                                :record, :discreet, :now, :now)""")
                .param("id", Ids.next())
                .param("to", letter.to())
                .param("subject", letter.subject().replaceAll("[\\r\\n]+", " "))
                .param("body", letter.text())
                .param("purpose", letter.purpose())
                .param("completer", completion == null ? null : completion.completer())
                .param("about", completion == null ? null : completion.subject())
                .param("stop", letter.stop())
                .param("party", sending == null ? null : sending.party())
                .param("topic", sending == null ? null : sending.topic())
                .param("matter", regarding == null ? null : regarding.matter())
                .param("record", regarding == null ? null : regarding.record())
                .param("discreet", letter.discreet())
                .param("now", now)
                .update();
        events.publishEvent(new LetterPosted());
    }

    @Override
    @Open("the caller has checked the permission to erase")
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<String> addresses, Collection<String> names, String standIn) {
        addresses.forEach(sendingCheck::clearBounce);
        erasure.erase(addresses);
        db.sql("""
                        UPDATE platform.mail_message m
                           SET subject = left(platform.instead(subject, :names, :stand), 500),
                               body = platform.instead(body, :names, :stand),
                               decided_by = platform.instead(decided_by, :names, :stand)
                         WHERE EXISTS (SELECT FROM unnest(CAST(:names AS text[])) AS name
                                        WHERE length(name) > 2
                                          AND strpos(lower(concat_ws(' ', m.subject, m.body, m.decided_by)), lower(name)) > 0)""")
                .param("names", names.toArray(String[]::new))
                .param("stand", standIn)
                .update();
    }

    /**
     * Takes the next due letter, which no other sender on any node gets. Letters of a mailing are checked against the
     * rules once more.
     */
    @Transactional
    Optional<OutgoingLetter> takeNext() {
        for (Optional<OutgoingLetter> taken = next(); taken.isPresent(); taken = next()) {
            Optional<String> reason = reason(taken.get());
            if (reason.isEmpty()) {
                return taken;
            }
            withhold(taken.get().id(), reason.get());
        }
        return Optional.empty();
    }

    /** The reason why a letter can no longer be sent; empty if it can. */
    private Optional<String> reason(OutgoingLetter taken) {
        MailingMember sending = taken.sending();
        return sending == null
                ? Optional.empty()
                : sendingCheck.exclusionReason(sending.topic(), new MailingRecipient(sending.party(), taken.to()));
    }

    /** The completer that makes the unsubscribe address of a mailing's letter. */
    String unsubscribeCompleter(MailingMember sending) {
        return sendingCheck.unsubscribeCompleter(sending.topic());
    }

    private void withhold(UUID id, String reason) {
        db.sql("UPDATE platform.mail_message SET state = 'WITHHELD', next_at = :now, problem = :reason WHERE id = :id")
                .param("now", now())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private Optional<OutgoingLetter> next() {
        return db.sql("""
                        UPDATE platform.mail_message SET state = 'SENDING', attempts = attempts + 1, next_at = :late
                         WHERE id = (SELECT id FROM platform.mail_message
                                      WHERE state IN ('QUEUED', 'PERHAPS_SENT') AND next_at <= :now AND recipient <> ''
                                      ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, recipient, subject, body, completer, about, stop, attempts, party, topic""")
                .param("now", now())
                .param("late", now().plus(IN_FLIGHT))
                .query((row, n) -> taken(row))
                .optional();
    }

    private OutgoingLetter taken(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID party = row.getObject("party", UUID.class);
        return new OutgoingLetter(
                id,
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("completer"),
                row.getObject("about", UUID.class),
                row.getString("stop"),
                row.getInt("attempts"),
                returns.addressFor(id),
                party == null ? null : new MailingMember(party, row.getString("topic")));
    }

    @Transactional
    void markSent(UUID id) {
        db.sql(
                        "UPDATE platform.mail_message SET state = 'SENT', sent_at = :now, problem = NULL WHERE id = :id AND state = 'SENDING'")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Records that the server refuses the address. */
    @Transactional
    void recordRefusal(OutgoingLetter letter, boolean forGood) {
        sendingCheck.recordBounce(letter.to(), forGood);
    }

    /** Reschedules a letter, later each time, and gives it up after {@value #MOST_ATTEMPTS} attempts. */
    @Transactional
    void markFailed(OutgoingLetter letter, String problem, boolean forGood) {
        boolean over = forGood || letter.attempts() >= MOST_ATTEMPTS;
        db.sql(
                        "UPDATE platform.mail_message SET state = :state, next_at = :next, problem = :problem WHERE id = :id AND state = 'SENDING'")
                .param("state", over ? OutboxState.FAILED.name() : OutboxState.QUEUED.name())
                .param("next", now().plusMinutes(1L << Math.min(letter.attempts(), 9)))
                .param("problem", problem)
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
