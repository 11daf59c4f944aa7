package org.convergence.plan.mailbox.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.mail.BounceMailReader;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores forwarded mails, each together with the reading position of the mailbox. */
@Component
class ForwardedMailRepository {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 20_000;

    private final JdbcClient db;
    private final MailboxPositionRepository mailboxPositionRepository;
    private final DocumentStorage documents;
    private final BounceMailReader bounceMailReader;
    private final OrganisationSettings settings;
    private final Clock clock;

    ForwardedMailRepository(
            JdbcClient db,
            MailboxPositionRepository mailboxPositionRepository,
            DocumentStorage documents,
            BounceMailReader bounceMailReader,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.mailboxPositionRepository = mailboxPositionRepository;
        this.documents = documents;
        this.bounceMailReader = bounceMailReader;
        this.settings = settings;
        this.clock = clock;
    }

    /** The account of an address, and its sign-in address. */
    record AddressOwner(UUID account, String mail) {}

    /** The owner of a private address; empty if there is none, or the account is closed. */
    Optional<AddressOwner> findOwner(byte[] hash) {
        return db.sql("""
                        SELECT a.id, a.mail FROM plan.mailbox_address m JOIN identity.account_contact a ON a.id = m.account
                        WHERE m.secret_hash = ? AND a.open
                        """)
                .param(hash)
                .query((row, n) -> new AddressOwner(row.getObject("id", UUID.class), row.getString("mail")))
                .optional();
    }

    String mailOf(UUID account) {
        return db.sql("SELECT mail FROM identity.account_contact WHERE id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * Handles a mail without a known private address: a server's answer to one of our letters is recorded, others are
     * only counted.
     */
    @Transactional
    void recordUnaddressed(
            MailboxPositionRepository.MailPosition place, Optional<BounceMailReader.ServerReply> answer) {
        answer.ifPresentOrElse(bounceMailReader::recordReply, mailboxPositionRepository::countUnaddressed);
        mailboxPositionRepository.savePosition(place);
    }

    /** Hands a reply to the module whose letter it answers, and stores nothing of it; false if it answers none. */
    @Transactional
    boolean recordReply(MailboxPositionRepository.MailPosition place, BooleanSupplier receive) {
        boolean isReply = receive.getAsBoolean();
        if (isReply) {
            mailboxPositionRepository.savePosition(place);
        }
        return isReply;
    }

    /** Stores a mail, unless the same was received before. */
    @Transactional
    void insert(
            ForwardedMail.MailEnvelope envelope,
            ForwardedMail.ForwardedMailState state,
            ParsedMail what,
            List<PreparedDocument> files,
            MailboxPositionRepository.MailPosition place) {
        mailboxPositionRepository.savePosition(place);
        if (!mailboxPositionRepository.markReceived(envelope.account(), envelope.identity())) {
            return;
        }
        UUID id = Ids.next();
        LocalDate today = settings.today();
        LocalDate day = what.date() == null || what.date().isAfter(today) ? today : what.date();
        db.sql("""
                        INSERT INTO plan.mailbox_message
                            (id, account, state, sender, verified, subject, written_on, body, people, left_out, received_at)
                        VALUES (:id, :account, :state, :sender, :verified, :subject, :day, :body, CAST(:people AS jsonb),
                                :leftOut, :now)
                        """)
                .param("id", id)
                .param("account", envelope.account())
                .param("state", state.name())
                .param("sender", envelope.sender())
                .param("verified", envelope.verified())
                .param("subject", TextShortener.shorten(what.subject(), LONGEST_SUBJECT))
                .param("day", day)
                .param("body", TextShortener.shorten(what.text(), LONGEST_TEXT))
                .param("people", Json.of(what.people()).toString())
                .param("leftOut", what.leftOut())
                .param("now", now())
                .update();
        for (PreparedDocument file : files) {
            DocumentId document = documents.store(file, ForwardedMail.owner(id));
            db.sql("INSERT INTO plan.mailbox_document (document, message) VALUES (?, ?)")
                    .params(document.value(), id)
                    .update();
        }
    }

    /** The documents of a mail, in the order of their attachment. */
    List<DocumentId> documents(UUID message) {
        return db.sql("SELECT document FROM plan.mailbox_document WHERE message = ? ORDER BY document")
                .param(message)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Deletes a mail with its attachments. */
    @Transactional
    void delete(UUID message) {
        documents(message).forEach(each -> documents.discard(each, ForwardedMail.owner(message)));
        db.sql("DELETE FROM plan.mailbox_message WHERE id = ?").param(message).update();
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }
}
