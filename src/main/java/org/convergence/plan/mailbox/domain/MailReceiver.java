package org.convergence.plan.mailbox.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.identity.AccountActors;
import org.convergence.plan.mailbox.MailReplyReceiver;
import org.convergence.plan.mailbox.MailReplyReceiver.MailReply;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;
import org.convergence.plan.mailbox.domain.ForwardedMailRepository.AddressOwner;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentPermissions;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.mail.BounceMailReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Receives a mail: finds its owner, parses it in a temporary file, and stores it until it is sorted. A mail without a
 * known address is only counted.
 */
@Component
record MailReceiver(
        MailboxSettings settings,
        ForwardedMailRepository store,
        AccountActors accounts,
        DocumentService documents,
        BounceMailReader bounceMailReader,
        List<MailReplyReceiver> replies,
        Clock clock) {

    /** The largest size in bytes; a larger mail is stored with its subject only. */
    static final int LARGEST = 30_000_000;

    private static final List<String> ADDRESSED = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

    /** The SQL states of failures that are not the mail’s: connection, rollback, resources, locks, operator, system. */
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57", "58");

    private static final Logger LOG = LoggerFactory.getLogger(MailReceiver.class);

    /** A file with a size limit, whatever size was announced. */
    static final class BoundedFile extends FilterOutputStream {

        private long left;

        BoundedFile(Path file, long most) throws IOException {
            super(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
            this.left = most;
        }

        /** The limit is reached. */
        static final class FileLimitException extends IOException {
            private static final long serialVersionUID = 1;
        }

        @Override
        public void write(int one) throws IOException {
            countBytes(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            countBytes(length);
            out.write(bytes, from, length);
        }

        private void countBytes(int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new FileLimitException();
            }
        }
    }

    void receive(MimeMessage mail, MailboxPositionRepository.MailPosition place, Session session)
            throws MessagingException {
        Optional<AddressOwner> owner = findOwner(mail);
        if (owner.isEmpty()) {
            if (!receiveReply(mail, place)) {
                // It may be a server's answer to one of our letters.
                store.recordUnaddressed(place, bounceMailReader.read(mail));
            }
            return;
        }
        // Attachments are stored as the owner, so that the owner may attach them elsewhere.
        var hers = new Actor(owner.get().account(), "mailbox", null, null, Set.of(DocumentPermissions.STORE));
        CurrentActor.callAs(hers, () -> {
            receive(mail, owner.get(), place, session);
            return true;
        });
    }

    /** Hands a reply to one of our letters to the module that wrote it; false if it answers none. */
    private boolean receiveReply(MimeMessage mail, MailboxPositionRepository.MailPosition place)
            throws MessagingException {
        for (String field : ADDRESSED) {
            Optional<String> secret = AddressSecret.findIn(MailParser.header(mail, field), settings);
            if (secret.isPresent()) {
                MailReply reply = readReply(mail, Token.hashOf(secret.get()));
                try {
                    if (store.recordReply(place, () -> replies.stream().anyMatch(each -> each.receive(reply)))) {
                        return true;
                    }
                } catch (RuntimeException failed) {
                    if (failed instanceof DataAccessException database && isPassing(database)) {
                        throw failed;
                    }
                    LOG.error("A reply was not taken: {}", failed.getClass().getName());
                }
            }
        }
        return false;
    }

    private MailReply readReply(MimeMessage mail, byte[] hash) throws MessagingException {
        Date received = mail.getReceivedDate();
        String text;
        try {
            text = MailReplyPolicy.withoutQuotes(MailParser.text(mail));
        } catch (RuntimeException unreadable) {
            text = "";
        }
        return new MailReply(
                HexFormat.of().formatHex(hash),
                MailParser.sender(mail),
                !settings.trusted().isEmpty() && !isVerified(mail),
                MailReplyPolicy.isAutomatic(mail),
                received == null ? clock.instant() : received.toInstant(),
                text.isEmpty() ? "" : ForwardPolicy.subject(MailParser.header(mail, "Subject")) + "\n" + text);
    }

    /** Whether the trusted host authenticated the sender. */
    private boolean isVerified(MimeMessage mail) throws MessagingException {
        String[] results = mail.getHeader("Authentication-Results");
        return SenderPolicy.isVerified(results == null ? "" : MailParser.decodeHeader(results[0]), settings.trusted());
    }

    /** The owner of the address it was sent to; empty if the account has no permission today (R-ROLE-3). */
    private Optional<AddressOwner> findOwner(MimeMessage mail) throws MessagingException {
        for (String field : ADDRESSED) {
            Optional<AddressOwner> owner = AddressSecret.findIn(MailParser.header(mail, field), settings)
                    .flatMap(secret -> store.findOwner(Token.hashOf(secret)))
                    .filter(each -> accounts.find(each.account())
                            .filter(actor -> actor.may(MailboxPermissions.OWN))
                            .isPresent());
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private void receive(
            MimeMessage mail, AddressOwner owner, MailboxPositionRepository.MailPosition place, Session session)
            throws MessagingException {
        String sender = MailParser.sender(mail);
        boolean verified = isVerified(mail);
        boolean hers = SenderPolicy.isFromOwner(sender, owner.mail(), verified, settings.trusted());
        var envelope = new ForwardedMail.MailEnvelope(owner.account(), identity(mail), sender, verified && hers);
        if (mail.getSize() > LARGEST) {
            store.insert(envelope, ForwardedMail.ForwardedMailState.TOO_LARGE, subjectOnly(mail), List.of(), place);
            return;
        }
        Path file = temporary();
        try {
            try (OutputStream out = new BoundedFile(file, LARGEST)) {
                mail.writeTo(out);
            }
            try (SharedFileInputStream in = new SharedFileInputStream(file.toFile())) {
                ParsedMail read = MailParser.parse(new MimeMessage(session, in));
                store(
                        envelope,
                        hers ? ForwardedMail.ForwardedMailState.WAITING : ForwardedMail.ForwardedMailState.HELD,
                        read,
                        place);
            }
        } catch (BoundedFile.FileLimitException tooLarge) {
            store.insert(envelope, ForwardedMail.ForwardedMailState.TOO_LARGE, subjectOnly(mail), List.of(), place);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof DataAccessException database && isPassing(database)) {
                throw database;
            }
            // Logged without the exception's message, which may quote the mail.
            LOG.warn(
                    "A mail could not be read and was set aside: {}",
                    unreadable.getClass().getName());
            store.insert(envelope, ForwardedMail.ForwardedMailState.UNREADABLE, subjectOnly(mail), List.of(), place);
        } finally {
            file.toFile().delete();
        }
    }

    /** Whether the same mail may be stored at the next round. */
    private static boolean isPassing(DataAccessException database) {
        return database.getMostSpecificCause() instanceof SQLException failure
                && PASSING.stream().anyMatch(String.valueOf(failure.getSQLState())::startsWith);
    }

    private void store(
            ForwardedMail.MailEnvelope envelope,
            ForwardedMail.ForwardedMailState state,
            ParsedMail read,
            MailboxPositionRepository.MailPosition place) {
        List<PreparedDocument> prepared = new ArrayList<>();
        int leftOut = read.leftOut();
        try {
            for (ParsedMail.MailAttachment each : read.enclosed()) {
                try {
                    prepared.add(documents.prepare(Upload.of(each.name(), each.content())));
                } catch (Refused | UncheckedIOException notKept) {
                    leftOut++;
                }
            }
            var known = new ParsedMail(
                    read.subject(),
                    read.date(),
                    withoutOwner(read.people(), envelope),
                    read.text(),
                    List.of(),
                    leftOut);
            store.insert(envelope, state, known, prepared, place);
        } finally {
            prepared.forEach(PreparedDocument::close);
        }
    }

    /** The people without the owner and our own addresses. */
    private List<Correspondent> withoutOwner(List<Correspondent> people, ForwardedMail.MailEnvelope envelope) {
        String owner = store.mailOf(envelope.account());
        return people.stream()
                .filter(each -> !each.mail().equalsIgnoreCase(owner) && !settings.isOwnAddress(each.mail()))
                .distinct()
                .limit(ForwardedMail.MOST_PEOPLE)
                .toList();
    }

    private static ParsedMail subjectOnly(MimeMessage mail) throws MessagingException {
        String subject = ForwardPolicy.subject(MailParser.header(mail, "Subject"));
        return new ParsedMail(subject, null, List.of(), "", List.of(), 0);
    }

    /** The identity of a mail: its Message-ID, else headers that are hardly the same in another. */
    private static String identity(MimeMessage mail) throws MessagingException {
        String id = MailParser.header(mail, "Message-ID");
        return id.isEmpty()
                ? String.join(
                        "\n",
                        MailParser.header(mail, "Date"),
                        MailParser.header(mail, "From"),
                        MailParser.header(mail, "Subject"),
                        String.valueOf(mail.getSize()))
                : id;
    }

    private static Path temporary() {
        try {
            // The prefix makes the cleanup of temporary documents delete it after a crash.
            return Files.createTempFile("convergence-document-", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
