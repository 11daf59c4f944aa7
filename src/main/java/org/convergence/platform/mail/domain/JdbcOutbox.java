package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.Letter;
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

    private static final Pattern ONE_ADDRESS = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]{1,64}@[A-Za-z0-9.-]{1,189}");

    private final JdbcClient db;
    private final SendingCheck sendingCheck;
    private final LetterErasure erasure;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcOutbox(
            JdbcClient db,
            SendingCheck sendingCheck,
            LetterErasure erasure,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.sendingCheck = sendingCheck;
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
        OffsetDateTime now = SqlTime.now(clock);
        Letter.Completion completion = letter.completion();
        Letter.LetterReference regarding = letter.regarding();
        db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, blocks, purpose, completer, about, stop, party, topic, matter,
                                record_id, discreet, urgent, legal, posted_at, next_at)
                        VALUES (:id, :to, :subject, :body, :blocks, :purpose, :completer, :about, :stop, :party, :topic, :matter,
                                :record, :discreet, :urgent, :legal, :now, :now)""")
                .param("id", Ids.next())
                .param("to", letter.to())
                .param("subject", letter.subject().replaceAll("[\\r\\n]+", " "))
                .param("body", letter.text())
                .param("blocks", LetterHtmlRenderer.write(letter.content()))
                .param("purpose", letter.purpose())
                .param("completer", completion == null ? null : completion.completer())
                .param("about", completion == null ? null : completion.subject())
                .param("stop", letter.stop())
                .param("party", sending == null ? null : sending.party())
                .param("topic", sending == null ? null : sending.topic())
                .param("matter", regarding == null ? null : regarding.matter())
                .param("record", regarding == null ? null : regarding.record())
                .param("discreet", letter.discreet())
                .param("urgent", letter.urgent())
                .param("legal", letter.legal())
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
        // The HTML of such a letter is made from its text again.
        db.sql("""
                        UPDATE platform.mail_message m
                           SET subject = platform.shortened(platform.instead(subject, :names, :stand), :stand, 500),
                               body = platform.instead(body, :names, :stand),
                               blocks = NULL,
                               decided_by = platform.instead(decided_by, :names, :stand)
                         WHERE EXISTS (SELECT FROM unnest(CAST(:names AS text[])) AS name
                                        WHERE length(name) > 2
                                          AND strpos(lower(concat_ws(' ', m.subject, m.body, m.decided_by)), lower(name)) > 0)
                           AND platform.instead(concat_ws(E'\\n', subject, body, decided_by), :names, '')
                               <> concat_ws(E'\\n', subject, body, decided_by)""")
                .param("names", names.toArray(String[]::new))
                .param("stand", standIn)
                .update();
    }
}
