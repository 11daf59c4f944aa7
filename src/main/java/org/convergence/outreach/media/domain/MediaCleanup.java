package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Every night clears who asked and what came of it from requests of the press ended {@value #MONTHS} months ago (R-L25-23). */
@Component
class MediaCleanup implements RecurringWork {

    private static final int MONTHS = 12;

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionOperations transactions;

    MediaCleanup(JdbcClient db, Clock clock, TransactionOperations transactions) {
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "media-sweep";
    }

    @Override
    public String cron() {
        return "0 25 6 * * *";
    }

    @Override
    public void run() {
        transactions.executeWithoutResult(status -> db.sql("""
                        UPDATE outreach.media_request SET asker = NULL, outcome = NULL, version = version + 1
                        WHERE state <> 'OPEN' AND ended_at < ? AND num_nonnulls(asker, outcome) > 0
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS))
                .update());
    }
}
