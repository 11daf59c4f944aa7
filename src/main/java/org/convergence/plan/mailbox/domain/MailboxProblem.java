package org.convergence.plan.mailbox.domain;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why the mailbox could not be read; never the server's message, which may name people. */
public enum MailboxProblem {
    UNKNOWN_HOST,
    NO_CONNECTION,
    NO_TLS,
    WRONG_PASSWORD,
    NO_FOLDER,
    OTHER;

    static MailboxProblem of(MessagingException problem) {
        for (Throwable cause = problem; cause != null; cause = next(cause)) {
            if (cause instanceof AuthenticationFailedException) {
                return WRONG_PASSWORD;
            } else if (cause instanceof FolderNotFoundException) {
                return NO_FOLDER;
            } else if (cause instanceof UnknownHostException) {
                return UNKNOWN_HOST;
            } else if (cause instanceof SSLException
                    || String.valueOf(cause.getMessage()).contains("STARTTLS")) {
                return NO_TLS;
            } else if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return NO_CONNECTION;
            }
        }
        return OTHER;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
