package org.convergence.platform.mail.domain;

import jakarta.mail.SendFailedException;
import java.util.regex.Pattern;

/** Classifies a server's immediate refusal of a letter. */
final class SmtpRefusal {

    private static final Pattern TEMPORARY = Pattern.compile("4\\d\\d\\b");
    private static final Pattern PERMANENT = Pattern.compile("5\\d\\d\\b");

    private SmtpRefusal() {}

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
