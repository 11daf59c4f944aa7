package org.convergence.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks a thing by its name until the transaction ends: of two that check and then add, the second sees the first. */
public final class TransactionLock {

    private TransactionLock() {}

    /** Waits until no other transaction holds this name. */
    public static void acquire(JdbcClient db, String name) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name)
                .query((row, n) -> true)
                .single();
    }
}
