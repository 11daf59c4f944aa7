package org.convergence.plan.mailbox.domain;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox once: each new mail is stored in a transaction of its own, and marked as seen on the server only
 * afterwards, with the others that were fetched with it. An interrupted run continues at its position: no mail is stored
 * twice.
 */
@Component
record MailboxReader(
        MailboxSettings settings, MailReceiver takingIn, MailboxPositionRepository mailboxPositionRepository) {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
    private static final int MOST = 200;
    private static final int AT_ONCE = 20;
    private static final int SMALL = 64 * 1024;

    void read() {
        ImapAddress imap = settings.imap();
        if (imap != null) {
            read(imap);
        }
    }

    /** Reads the new mail; a connection failure is recorded, and the next run tries again. */
    void read(ImapAddress imap) {
        try (Store store = imap.session().getStore(imap.protocol())) {
            store.connect(imap.host(), imap.port(), imap.user(), imap.password());
            Folder folder = store.getFolder(imap.folder());
            folder.open(Folder.READ_WRITE);
            try {
                read(imap, folder);
            } finally {
                folder.close(false);
            }
            mailboxPositionRepository.markSuccess();
        } catch (MessagingException problem) {
            MailboxProblem trouble = MailboxProblem.of(problem);
            LOG.warn("The mailbox was not read: {}", trouble);
            mailboxPositionRepository.markFailure(trouble);
        }
    }

    private void read(ImapAddress imap, Folder folder) throws MessagingException {
        UIDFolder numbered = (UIDFolder) folder;
        long validity = numbered.getUIDValidity();
        List<Message> found = findNew(folder, numbered, mailboxPositionRepository.lastUid(validity));
        for (int from = 0; from < found.size(); from += AT_ONCE) {
            List<Message> some = found.subList(from, Math.min(from + AT_ONCE, found.size()));
            fetchSmall(folder, some);
            List<Message> received = new ArrayList<>();
            try {
                for (Message message : some) {
                    var place = new MailboxPositionRepository.MailPosition(validity, numbered.getUID(message));
                    takingIn.receive((MimeMessage) message, place, imap.session());
                    received.add(message);
                }
            } finally {
                folder.setFlags(received.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
            }
        }
    }

    /** Fetches small mails whole in one request, where the server would be asked ten times for the parts of each. */
    private static void fetchSmall(Folder folder, List<Message> some) throws MessagingException {
        List<Message> small = new ArrayList<>();
        for (Message each : some) {
            if (each.getSize() <= SMALL) {
                small.add(each);
            }
        }
        FetchProfile whole = new FetchProfile();
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        folder.fetch(small.toArray(Message[]::new), whole);
    }

    private static List<Message> findNew(Folder folder, UIDFolder numbered, long last) throws MessagingException {
        Message[] found = numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        List<Message> some = new ArrayList<>();
        for (Message each : found) {
            // Some servers answer with the last message if asked for later ones.
            if (each != null && numbered.getUID(each) > last && some.size() < MOST) {
                some.add(each);
            }
        }
        folder.fetch(some.toArray(Message[]::new), profile);
        return some;
    }
}
