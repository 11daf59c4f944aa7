package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every night deletes requests that no address confirmed in {@value #UNCONFIRMED} days, those that the team left
 * unanswered for {@value #DONE} days, and the counts of letters after {@value #COUNTED} days; and erases what visitors
 * typed {@value #DONE} days after it was dealt with: the consent and the prospect hold what is still needed (R-L25-23).
 */
@Component
class WebsiteCleanup implements RecurringWork {

    private static final int UNCONFIRMED = 7;
    private static final int DONE = 90;
    private static final int COUNTED = 30;

    private final JdbcClient db;
    private final Clock clock;
    private final TransactionOperations transactions;

    WebsiteCleanup(JdbcClient db, Clock clock, TransactionOperations transactions) {
        this.db = db;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "website-sweep";
    }

    @Override
    public String cron() {
        return "0 20 6 * * *";
    }

    @Override
    public void run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transactions.executeWithoutResult(status -> {
            db.sql("DELETE FROM outreach.website_request WHERE state = 'PENDING' AND asked_at < ?")
                    .param(now.minus(Duration.ofDays(UNCONFIRMED)))
                    .update();
            db.sql("""
                            UPDATE outreach.website_request
                            SET mail = NULL, name = '', organisation_name = NULL, message = NULL, version = version + 1
                            WHERE state IN ('DONE', 'DISMISSED') AND ended_at < ? AND mail IS NOT NULL
                            """).param(now.minus(Duration.ofDays(DONE))).update();
            db.sql("DELETE FROM outreach.website_request WHERE state = 'CONFIRMED' AND confirmed_at < ?")
                    .param(now.minus(Duration.ofDays(DONE)))
                    .update();
            db.sql("DELETE FROM outreach.website_letter WHERE posted_at < ?")
                    .param(now.minus(Duration.ofDays(COUNTED)))
                    .update();
        });
    }
}
