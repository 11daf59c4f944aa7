package org.convergence.plan.mailbox.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night, deletes mails that waited for sixty days, a week after a warning to their owner, and marks of received
 * mails after a year (R-L25-23).
 */
@Component
class MailboxCleanup implements RecurringWork {

    private static final Duration WARNING = Duration.ofDays(7);
    private static final Duration MARKS = Duration.ofDays(365);

    private final ForwardedMailRepository store;
    private final ExpiryLetterSender letters;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailboxCleanup(
            ForwardedMailRepository store,
            ExpiryLetterSender letters,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.store = store;
        this.letters = letters;
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public String name() {
        return "mailbox-sweep";
    }

    @Override
    public String cron() {
        return "0 20 4 * * *";
    }

    @Override
    public void run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("SELECT id FROM plan.mailbox_message WHERE received_at < ?")
                .param(now.minus(ForwardedMail.KEPT))
                .query(UUID.class)
                .list()
                .forEach(store::delete);
        OffsetDateTime soon = now.minus(ForwardedMail.KEPT).plus(WARNING);
        db.sql("SELECT DISTINCT account FROM plan.mailbox_message WHERE received_at < ? AND noticed_at IS NULL")
                .param(soon)
                .query(UUID.class)
                .list()
                .forEach(account -> transaction.executeWithoutResult(status -> letters.warn(account, soon, now)));
        db.sql("DELETE FROM plan.mailbox_taken WHERE taken_at < ?")
                .param(now.minus(MARKS))
                .update();
    }
}
