package org.convergence.plan.mailbox;

import java.util.Optional;

/** Makes secret addresses of the mailbox, to which the recipient of one letter may reply. */
public interface ReplyAddressGenerator {

    /** Whether a mailbox is configured, so that replies are read at all. */
    boolean isConfigured();

    /** A new address; empty if no mailbox is configured. */
    Optional<ReplyAddress> create();

    /**
     * An address of one letter.
     *
     * @param address for the letter; it is stored nowhere
     * @param hash for the module that sends the letter, which recognises the reply by it; in hexadecimal
     */
    record ReplyAddress(String address, String hash) {}
}
