package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Classifies a server's immediate refusal of a letter. */
final class SmtpRefusal {

    private SmtpRefusal() {}

    /** Whether the server says that the address does not exist; any other refusal is temporary. */
    static boolean isPermanent(Throwable problem) {
        boolean address = false;
        boolean lasts = false;
        for (Throwable cause = problem; cause != null; cause = next(cause)) {
            if (cause instanceof SendFailedException refused) {
                // The server may have refused the sender's address, which is ours.
                address |= refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
                lasts |= BouncePolicy.isPermanent(String.valueOf(refused.getMessage()));
            }
        }
        return address && lasts;
    }

    private static @Nullable Throwable next(Throwable cause) {
        if (cause instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
