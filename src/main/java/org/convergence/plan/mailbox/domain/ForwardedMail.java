package org.convergence.plan.mailbox.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentOwner;

/**
 * A mail that waits to be sorted.
 *
 * @param sender of the forward, according to the mail; empty if it names none
 * @param verified whether the trusted host authenticated the sender
 * @param writtenOn the day of the forwarded mail
 * @param people of the forwarded mail
 * @param leftOut number of attachments that were not stored
 */
public record ForwardedMail(
        UUID id,
        ForwardedMailState state,
        String sender,
        boolean verified,
        String subject,
        LocalDate writtenOn,
        String text,
        List<Correspondent> people,
        List<Document> attachments,
        int leftOut,
        Instant receivedAt) {

    /** How long it is stored. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** The largest number of people of a mail. */
    static final int MOST_PEOPLE = 40;

    static final String KIND = "plan.mailbox";

    /**
     * A person named in a mail.
     *
     * @param name as written; may be empty
     * @param mail the address in lower case; may be empty
     */
    public record Correspondent(String name, String mail) {

        private static final int LONGEST_NAME = 200;

        public Correspondent {
            name = name.strip().replaceAll("\\s+", " ");
            name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        }

        /** The name with the address, for display. */
        public String displayName() {
            return name.isEmpty() ? mail : mail.isEmpty() ? name : name + " <" + mail + ">";
        }
    }

    /** The state of a mail, which decides what its owner may do with it. */
    public enum ForwardedMailState {
        /** Its owner can sort it. */
        WAITING,
        /** Another person sent it: its owner must accept it first. */
        HELD,
        /** Too large to be read. */
        TOO_LARGE,
        /** It could not be parsed. */
        UNREADABLE
    }

    /** The owner, identity and sender of a mail. */
    record MailEnvelope(UUID account, String identity, String sender, boolean verified) {}

    static DocumentOwner owner(UUID id) {
        return new DocumentOwner(KIND, id);
    }

    /** When it expires. */
    public Instant expiresAt() {
        return receivedAt.plus(KEPT);
    }
}
