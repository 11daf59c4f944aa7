package org.convergence.plan.mailbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting mails, and the user's private address.
 *
 * @param set whether a mailbox is configured
 * @param open whether the user has an address
 * @param address the user's; {@code null} if it is closed, or cannot be unsealed
 * @param read when the mailbox was last read, in words
 * @param problem why it could not be read since, in words; {@code null} if it could
 * @param next the address of the next page; {@code null} on the last
 * @param first the address of the first page; {@code null} on it
 */
public record MailboxPage(
        boolean set,
        boolean open,
        @Nullable String address,
        String read,
        @Nullable String problem,
        String count,
        List<ForwardedMailRow> rows,
        @Nullable String next,
        @Nullable String first) {

    /** The address of the list. */
    static final String LIST = "/plan/mailbox";

    /**
     * A waiting mail.
     *
     * @param state in words; {@code null} if it was sent by the user
     */
    public record ForwardedMailRow(
            String url,
            String when,
            String subject,
            String detail,
            @Nullable String state) {}
}
