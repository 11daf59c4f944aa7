package org.convergence.plan.mailbox.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Rules about the sender of a mail. */
final class SenderPolicy {

    private static final Pattern PASSED = Pattern.compile("\\bdmarc\\s*=\\s*pass\\b", Pattern.CASE_INSENSITIVE);

    private SenderPolicy() {}

    /**
     * Whether the trusted host authenticated the sender. Only the topmost field counts; a lower one came with the mail,
     * and can be forged.
     *
     * @param topmost the first {@code Authentication-Results}; empty if there is none
     * @param trusted the host's own name; empty if none is trusted: then no result counts
     */
    static boolean isVerified(String topmost, String trusted) {
        int end = topmost.indexOf(';');
        return !trusted.isEmpty()
                && end > 0
                && topmost.substring(0, end).strip().toLowerCase(Locale.ROOT).equals(trusted.toLowerCase(Locale.ROOT))
                && PASSED.matcher(topmost.substring(end)).find();
    }

    /**
     * Whether a mail is its owner's: its sender is the owner's address, and the trusted host, if any, authenticated it.
     * Any other is held, and shown with a warning.
     */
    static boolean isFromOwner(String sender, String owner, boolean verified, String trusted) {
        return sender.equalsIgnoreCase(owner) && (trusted.isEmpty() || verified);
    }
}
