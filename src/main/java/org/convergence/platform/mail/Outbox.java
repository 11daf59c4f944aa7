package org.convergence.platform.mail;

import java.util.Collection;

/** Takes letters, in the caller's transaction: if the fact is rolled back, so is its letter. */
public interface Outbox {

    /** Puts a letter in the outbox, to be carried as soon as the transaction is through. */
    void post(Letter letter);

    /**
     * Forgets somebody: letters to her go, whether they went or wait; in letters to others something else stands for her.
     *
     * @param addresses hers, as they are written
     * @param names how she is called and reached
     * @param standIn what stands for her
     */
    void forget(Collection<String> addresses, Collection<String> names, String standIn);
}
