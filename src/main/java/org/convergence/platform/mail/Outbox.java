package org.convergence.platform.mail;

/** Takes letters, in the caller's transaction: if the fact is rolled back, so is its letter. */
public interface Outbox {

    /** Puts a letter in the outbox, to be carried as soon as the transaction is through. */
    void post(Letter letter);
}
