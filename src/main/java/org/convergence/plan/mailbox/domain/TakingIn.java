package org.convergence.plan.mailbox.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.identity.AccountActors;
import org.convergence.plan.mailbox.MailboxPermissions;
import org.convergence.plan.mailbox.domain.MessageStore.Owner;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentPermissions;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.mail.ReturnedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Receives a mail: finds its owner, parses it in a temporary file, and stores it until it is sorted. A mail without a
 * known address is only counted.
 */
@Component
class TakingIn {

    /** The largest size in bytes; a larger mail is stored with its subject only. */
    static final int LARGEST = 30_000_000;

    private static final List<String> ADDRESSED = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

    private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

    private final MailboxSettings settings;
    private final MessageStore store;
    private final AccountActors accounts;
    private final Documents documents;
    private final ReturnedMail returned;

    TakingIn(
            MailboxSettings settings,
            MessageStore store,
            AccountActors accounts,
            Documents documents,
            ReturnedMail returned) {
        this.settings = settings;
        this.store = store;
        this.accounts = accounts;
        this.documents = documents;
        this.returned = returned;
    }

    void take(MimeMessage mail, RoundBook.Place place, Session session) throws MessagingException {
        Optional<Owner> owner = owner(mail);
        if (owner.isEmpty()) {
            // It may be a server's answer to one of our letters.
            store.passOver(place, returned.read(mail));
            return;
        }
        // Attachments are stored as the owner, so that the owner may attach them elsewhere.
        var hers = new Actor(owner.get().account(), "mailbox", null, null, Set.of(DocumentPermissions.STORE));
        CurrentActor.callAs(hers, () -> {
            take(mail, owner.get(), place, session);
            return true;
        });
    }

    /** The owner of the address it was sent to; empty if the account has no permission today (R-ROLE-3). */
    private Optional<Owner> owner(MimeMessage mail) throws MessagingException {
        for (String field : ADDRESSED) {
            Optional<Owner> owner = Secret.in(MailReader.header(mail, field), settings)
                    .flatMap(secret -> store.owner(Token.hashOf(secret)))
                    .filter(each -> accounts.find(each.account())
                            .filter(actor -> actor.may(MailboxPermissions.OWN))
                            .isPresent());
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private void take(MimeMessage mail, Owner owner, RoundBook.Place place, Session session) throws MessagingException {
        String sender = MailReader.sender(mail);
        String[] results = mail.getHeader("Authentication-Results");
        boolean verified =
                SenderPolicy.isVerified(results == null ? "" : MailReader.words(results[0]), settings.trusted());
        boolean hers = SenderPolicy.isHers(sender, owner.mail(), verified, settings.trusted());
        var envelope = new Forwarded.Envelope(owner.account(), identity(mail), sender, verified && hers);
        if (mail.getSize() > LARGEST) {
            store.keep(envelope, Forwarded.State.TOO_LARGE, unread(mail), List.of(), place);
            return;
        }
        Path file = temporary();
        try {
            try (OutputStream out = new BoundedFile(file, LARGEST)) {
                mail.writeTo(out);
            }
            try (SharedFileInputStream in = new SharedFileInputStream(file.toFile())) {
                Incoming read = MailReader.read(new MimeMessage(session, in));
                keep(envelope, hers ? Forwarded.State.WAITING : Forwarded.State.HELD, read, place);
            }
        } catch (BoundedFile.Full tooLarge) {
            store.keep(envelope, Forwarded.State.TOO_LARGE, unread(mail), List.of(), place);
        } catch (IOException | RuntimeException unreadable) {
            // Logged without the exception's message, which may quote the mail.
            LOG.warn(
                    "A mail could not be read and is set aside: {}",
                    unreadable.getClass().getName());
            store.keep(envelope, Forwarded.State.UNREADABLE, unread(mail), List.of(), place);
        } finally {
            file.toFile().delete();
        }
    }

    private void keep(Forwarded.Envelope envelope, Forwarded.State state, Incoming read, RoundBook.Place place) {
        List<PreparedDocument> prepared = new ArrayList<>();
        int leftOut = read.leftOut();
        try {
            for (Incoming.Enclosed each : read.enclosed()) {
                try {
                    prepared.add(documents.prepare(Upload.of(each.name(), each.content())));
                } catch (Refused | UncheckedIOException notKept) {
                    leftOut++;
                }
            }
            var known = new Incoming(
                    read.subject(), read.date(), others(read.people(), envelope), read.text(), List.of(), leftOut);
            store.keep(envelope, state, known, prepared, place);
        } finally {
            prepared.forEach(PreparedDocument::close);
        }
    }

    /** The people without the owner and our own addresses. */
    private List<Correspondent> others(List<Correspondent> people, Forwarded.Envelope envelope) {
        String owner = store.mailOf(envelope.account());
        return people.stream()
                .filter(each -> !each.mail().equalsIgnoreCase(owner) && !settings.isOurs(each.mail()))
                .distinct()
                .limit(Forwarded.MOST_PEOPLE)
                .toList();
    }

    private static Incoming unread(MimeMessage mail) throws MessagingException {
        String subject = ForwardPolicy.subject(MailReader.header(mail, "Subject"));
        return new Incoming(subject, null, List.of(), "", List.of(), 0);
    }

    /** The identity of a mail: its Message-ID, else headers that are hardly the same in another. */
    private static String identity(MimeMessage mail) throws MessagingException {
        String id = MailReader.header(mail, "Message-ID");
        return id.isEmpty()
                ? String.join(
                        "\n",
                        MailReader.header(mail, "Date"),
                        MailReader.header(mail, "From"),
                        MailReader.header(mail, "Subject"),
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
