package org.convergence.plan.mailbox.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentOwner;

/**
 * A mail that waits.
 *
 * @param sender who forwarded it, as it says; empty where it does not
 * @param verified whether a trusted host says so too
 * @param writtenOn the day of the mail that was forwarded
 * @param people of that mail
 * @param leftOut how many attachments are not kept
 */
public record Forwarded(
        UUID id,
        State state,
        String sender,
        boolean verified,
        String subject,
        LocalDate writtenOn,
        String text,
        List<Correspondent> people,
        List<Document> attachments,
        int leftOut,
        Instant receivedAt) {

    /** How long it waits. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** The most people of one. */
    static final int MOST_PEOPLE = 40;

    static final String KIND = "plan.mailbox";

    /** What may be done with it. */
    public enum State {
        /** Its owner says what it is. */
        WAITING,
        /** Somebody else sent it: its owner looks first whether she wants it. */
        HELD,
        /** Too large to be read. */
        TOO_LARGE,
        /** Nothing could be made of it. */
        UNREADABLE
    }

    /** On the outside of it. */
    record Envelope(UUID account, String identity, String sender, boolean verified) {}

    static DocumentOwner owner(UUID id) {
        return new DocumentOwner(KIND, id);
    }

    /** Until when it waits. */
    public Instant until() {
        return receivedAt.plus(KEPT);
    }
}
