package org.convergence.plan.mailbox.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may be believed of who sends. */
final class SenderPolicy {

    private static final Pattern PASSED = Pattern.compile("\\bdmarc\\s*=\\s*pass\\b", Pattern.CASE_INSENSITIVE);

    private SenderPolicy() {}

    /**
     * Whether the trusted host says that the sender is who it says. Its word is the topmost field; one further down came
     * with the mail, and anybody writes such.
     *
     * @param topmost the first {@code Authentication-Results}; empty where there is none
     * @param trusted how the host calls itself; empty where none is trusted: then nobody's word is taken
     */
    static boolean isVerified(String topmost, String trusted) {
        int end = topmost.indexOf(';');
        return !trusted.isEmpty()
                && end > 0
                && topmost.substring(0, end).strip().toLowerCase(Locale.ROOT).equals(trusted.toLowerCase(Locale.ROOT))
                && PASSED.matcher(topmost.substring(end)).find();
    }

    /**
     * Whether a mail waits for its owner as hers: it bears her own address, and where a host is trusted, that host says
     * that it is hers. Any other is held, and shown with a warning.
     */
    static boolean isHers(String sender, String owner, boolean verified, String trusted) {
        return sender.equalsIgnoreCase(owner) && (trusted.isEmpty() || verified);
    }
}
