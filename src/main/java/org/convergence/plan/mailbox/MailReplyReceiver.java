package org.convergence.plan.mailbox;

import java.time.Instant;

/**
 * Contributed by a module whose letters may be answered: it is given each reply to an address of {@link
 * ReplyAddressGenerator}. The mailbox stores nothing of a reply.
 */
public interface MailReplyReceiver {

    /**
     * Acts on a reply, in the transaction that notes it as read.
     *
     * @return false if the address is of none of this module's letters, or if the reply can be neither recorded nor passed
     *     on: the mail is then counted among the mails for nobody
     */
    boolean receive(MailReply reply);

    /**
     * A reply to a letter.
     *
     * @param hash of the address to which it came, in hexadecimal
     * @param sender the address that it bears, without the name; empty unless there is exactly one
     * @param forged whether the trusted host did not authenticate the sender; false where no host is trusted
     * @param automatic whether a program sent it: a vacation reply, a receipt, a returned letter
     * @param receivedAt when the mail server received it
     * @param text what was written, without the quoted letter where it is marked; with the subject before it
     */
    record MailReply(String hash, String sender, boolean forged, boolean automatic, Instant receivedAt, String text) {}
}
