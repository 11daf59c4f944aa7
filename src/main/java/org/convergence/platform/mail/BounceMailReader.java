package org.convergence.platform.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;

/** Mail servers' replies to our letters, for the module that reads the mailbox to which they come. */
public interface BounceMailReader {

    /**
     * The reply that a mail contains about one of our letters; empty if it contains none. Changes nothing.
     *
     * @param mail of any size and shape: unreadable parts are skipped
     */
    Optional<ServerReply> read(MimeMessage mail);

    /** Records the reply for the letter's address, in the caller's transaction. */
    void recordReply(ServerReply answer);

    /**
     * A server's reply.
     *
     * @param letter the letter's id
     * @param forGood whether the address fails permanently
     */
    record ServerReply(UUID letter, boolean forGood) {}
}
