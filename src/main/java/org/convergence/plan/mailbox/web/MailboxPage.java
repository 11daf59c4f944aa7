package org.convergence.plan.mailbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forwarded mails that wait, and the private address.
 *
 * @param set whether there is a mailbox at all
 * @param open whether she has an address
 * @param address hers; {@code null} where it is not open, or can no longer be read
 * @param read when the mailbox was read last, in words
 * @param problem why it could not be since, in words; {@code null} where it could
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
        List<Row> rows,
        @Nullable String next,
        @Nullable String first) {

    /** Where all of them stand. */
    static final String LIST = "/plan/mailbox";

    /**
     * A mail that waits.
     *
     * @param state in words; {@code null} for one of hers
     */
    public record Row(
            String url,
            String when,
            String subject,
            String detail,
            @Nullable String state) {}
}
