package org.convergence.platform.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;

/** Mail servers' answers to our letters, for whoever reads the mailbox to which they come. */
public interface ReturnedMail {

    /**
     * What a mail says of a letter of ours; empty where it says nothing of one. It reads the mail, and nothing else.
     *
     * @param mail of any size and shape: what it cannot make out is passed over
     */
    Optional<Answer> read(MimeMessage mail);

    /** Notes it at the address to which the letter went, in the caller's transaction. */
    void note(Answer answer);

    /**
     * A server's answer.
     *
     * @param letter which of ours
     * @param forGood whether the address itself fails, and not the moment
     */
    record Answer(UUID letter, boolean forGood) {}
}
