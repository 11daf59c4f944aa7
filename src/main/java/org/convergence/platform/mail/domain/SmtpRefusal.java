package org.convergence.platform.mail.domain;

import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Classifies a server's immediate refusal of a letter. */
final class SmtpRefusal {

    private static final Pattern TEMPORARY = Pattern.compile("4\\d\\d\\b");
    private static final Pattern PERMANENT = Pattern.compile("5\\d\\d\\b");

    /** Authentication (RFC 4954); the sender's address, security and policy (RFC 3463, sections 3.2 and 3.8). */
    private static final Pattern OF_SENDER =
            Pattern.compile("5(?:30|34|35|38)\\b|5\\d\\d[ -]5\\.(?:1\\.[78]|7\\.\\d)\\b");

    /**
     * What providers answer to a client that sends too much: policy for now, too many recipients, no room for more, a
     * limit named in words, or the limit of a day, which some call lasting. A greylist delays one recipient.
     */
    private static final Pattern QUOTA = Pattern.compile(
            "(?i)4\\d\\d[ -](?!.*gr[ae]y-?list)(?:4\\.(?:7\\.\\d|5\\.3)\\b|.*(?:throttl|limit exceeded|rate limit|too many))"
                    + "|452[ -](?!4\\.[23]\\.)|5\\d\\d[ -]5\\.(?:4\\.5|1\\.90)\\b",
            Pattern.DOTALL);

    private SmtpRefusal() {}

    /** Whether the server says that we send too much, which says nothing of the recipient. */
    static boolean isQuota(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = MailDiagnosis.next(cause)) {
            if (cause instanceof SendFailedException
                    && QUOTA.matcher(String.valueOf(cause.getMessage())).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server says that the address does not exist; any other refusal says nothing against it. */
    static boolean isPermanent(Throwable problem) {
        boolean address = false;
        boolean lasts = false;
        for (Throwable cause = problem; cause != null; cause = MailDiagnosis.next(cause)) {
            if (cause instanceof SendFailedException refused) {
                // The server may have refused the sender's address, which is ours.
                address |= refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
                lasts |= BouncePolicy.isPermanent(String.valueOf(refused.getMessage()));
            }
        }
        return address && lasts;
    }

    /** Whether a lasting refusal regards us: our address, our account, or what the server thinks of our computer. */
    static boolean isOfSender(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = MailDiagnosis.next(cause)) {
            boolean coded =
                    OF_SENDER.matcher(String.valueOf(cause.getMessage())).lookingAt();
            if (cause instanceof SMTPSenderFailedException || (coded && cause instanceof SendFailedException)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server asks to try again later: it answers with codes of class 4 only (RFC 5321, section 4.2.1). */
    static boolean isTemporary(Throwable problem) {
        boolean later = false;
        for (Throwable cause = problem; cause != null; cause = MailDiagnosis.next(cause)) {
            if (cause instanceof SendFailedException) {
                String reply = String.valueOf(cause.getMessage());
                if (PERMANENT.matcher(reply).lookingAt()) {
                    return false;
                }
                later |= TEMPORARY.matcher(reply).lookingAt();
            }
        }
        return later;
    }
}
