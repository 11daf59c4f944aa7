package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the mail server, kept open between letters and opened again where the server closed it. For one
 * thread at a time.
 */
final class SmtpConnection {

    /** After this time without a letter, the server is asked whether it still listens. */
    private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

    /** After this time without a letter the connection is closed; servers wait five minutes (RFC 5321, 4.5.3.2.7). */
    private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

    private static final int CLOSING = 421;

    /** When the server takes none of so many letters in turn, to different addresses, it takes no letter. */
    private static final int REFUSED_IN_TURN = 3;

    private final SmtpAddress address;
    private final Session session;
    /** Recipients whose letters the server did not take since it last took one. */
    private final Set<String> notTaken = new HashSet<>();

    private @Nullable SMTPTransport transport;
    private long lastUsed;

    SmtpConnection(SmtpAddress address) {
        this.address = address;
        this.session = address.session();
    }

    /** The session in which its messages are made. */
    Session session() {
        return session;
    }

    /** Sends a message, on the open connection if there is one. */
    SendingResult send(OutgoingMessage message) {
        SMTPTransport open = findOpen();
        if (open != null) {
            try {
                return send(open, message);
            } catch (MessagingException problem) {
                // The server may close a connection between two letters, which says nothing about this one.
                if (message.isHandedOver() || !isLost(open, problem)) {
                    return failed(open, message, problem);
                }
                close();
            }
        }
        SMTPTransport fresh = connection();
        try {
            fresh.connect(address.host(), address.port(), address.user(), address.password());
        } catch (MessagingException problem) {
            return SendingResult.ofConnection(MailDiagnosis.of(problem, fresh.getLastReturnCode()), false);
        }
        transport = fresh;
        try {
            return send(fresh, message);
        } catch (MessagingException problem) {
            return failed(fresh, message, problem);
        }
    }

    private SMTPTransport connection() {
        try {
            return (SMTPTransport) session.getTransport(address.protocol());
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    private SendingResult send(SMTPTransport open, OutgoingMessage message) throws MessagingException {
        open.sendMessage(message, message.getAllRecipients());
        lastUsed = System.nanoTime();
        notTaken.clear();
        return SendingResult.SENT;
    }

    private SendingResult failed(SMTPTransport open, OutgoingMessage message, MessagingException problem) {
        int reply = open.getLastReturnCode();
        if (isLost(open, problem)) {
            close();
            return SendingResult.ofConnection(
                    reply != CLOSING
                            ? MailDiagnosis.NO_CONNECTION
                            : SmtpRefusal.isQuota(problem) ? MailDiagnosis.QUOTA : MailDiagnosis.TRY_LATER,
                    message.isHandedOver() && reply != CLOSING);
        }
        try {
            open.issueCommand("RSET", 250);
        } catch (MessagingException unusable) {
            close();
        }
        SendingResult result = SendingResult.ofReply(problem);
        if (result.isOfServer()) {
            notTaken.add(message.recipient());
            return notTaken.size() < REFUSED_IN_TURN ? result : result.ofAllLetters();
        }
        notTaken.clear();
        return result;
    }

    /** Whether the connection ended, instead of a reply or with one that says so. */
    private static boolean isLost(SMTPTransport open, MessagingException problem) {
        int reply = open.getLastReturnCode();
        return reply < 0 || reply == CLOSING || problem.getNextException() instanceof IOException;
    }

    private @Nullable SMTPTransport findOpen() {
        SMTPTransport open = transport;
        if (open != null && System.nanoTime() - lastUsed > TRUSTED_NANOS && !open.isConnected()) {
            close();
        }
        return transport;
    }

    /** Closes the connection if no letter left for a while. */
    void closeIfIdle() {
        if (System.nanoTime() - lastUsed > IDLE_NANOS) {
            close();
        }
    }

    /** Closes the connection; the next letter opens one again. */
    void close() {
        SMTPTransport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyClosed) {
                // Nothing is lost: each letter's result is known.
            }
        }
    }
}
