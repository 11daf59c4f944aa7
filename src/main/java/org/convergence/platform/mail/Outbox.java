package org.convergence.platform.mail;

import java.util.Collection;

/** Accepts letters in the caller's transaction: if it is rolled back, so is its letter. */
public interface Outbox {

    /** Puts a letter in the outbox, to be sent as soon as the transaction is committed. */
    void post(Letter letter);

    /**
     * Forgets a person: letters to the addresses are erased, sent or waiting; in other letters a stand-in replaces the
     * names.
     *
     * @param addresses the person's addresses, in plain text
     * @param names the person's names and contact details
     * @param standIn the replacement
     */
    void forget(Collection<String> addresses, Collection<String> names, String standIn);
}
