package org.convergence.platform.mail.domain;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The result of testing the connection. */
public enum MailDiagnosis {
    WORKS,
    NOT_SET,
    UNKNOWN_HOST,
    NO_CONNECTION,
    NO_TLS,
    WRONG_PASSWORD,
    REFUSED_RECIPIENT,
    /** The server refuses our address, our account or our computer, and says nothing of the recipient. */
    REFUSED_SENDER,
    /** The server answers with a code of class 4: it takes the letter later, perhaps. */
    TRY_LATER,
    /** The server says that we send too much, now or today. */
    QUOTA,
    OTHER;

    /** The diagnosis of a failure, by the first cause that is recognised. */
    static MailDiagnosis of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = next(cause)) {
            if (cause instanceof AuthenticationFailedException) {
                return WRONG_PASSWORD;
            }
            if (cause instanceof UnknownHostException) {
                return UNKNOWN_HOST;
            }
            if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return NO_CONNECTION;
            }
            if (cause instanceof SSLException
                    || String.valueOf(cause.getMessage()).contains("STARTTLS")) {
                return NO_TLS;
            }
            if (cause instanceof SendFailedException) {
                return SmtpRefusal.isQuota(problem)
                        ? QUOTA
                        : SmtpRefusal.isTemporary(problem)
                                ? TRY_LATER
                                : SmtpRefusal.isOfSender(problem) ? REFUSED_SENDER : REFUSED_RECIPIENT;
            }
        }
        return OTHER;
    }

    /**
     * The diagnosis of a connection that could not be opened.
     *
     * @param reply the code of the server's last reply; negative if it closed the connection instead
     */
    static MailDiagnosis of(Throwable problem, int reply) {
        if (reply / 100 == 4) {
            return TRY_LATER;
        }
        MailDiagnosis diagnosis = of(problem);
        if (diagnosis != OTHER) {
            return diagnosis;
        }
        return reply < 0 ? NO_CONNECTION : reply / 100 == 5 ? REFUSED_SENDER : OTHER;
    }

    /** The cause of a problem, which Jakarta Mail may keep apart; {@code null} for none. */
    static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }
}
