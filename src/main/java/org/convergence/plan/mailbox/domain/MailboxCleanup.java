package org.convergence.plan.mailbox.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night, deletes mails that waited for sixty days, a week after a warning to their owner, and marks of received
 * mails after a year (R-L25-23).
 */
@Component
@Recurrence(name = "mailbox-sweep", cron = "0 20 4 * * *")
class MailboxCleanup implements RecurringWork {

    private static final String EXPIRY = "mailbox_expiry";
    private static final Duration WARNING = Duration.ofDays(7);
    private static final Duration MARKS = Duration.ofDays(365);

    private final ForwardedMailRepository store;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final BaseUrl baseUrl;

    MailboxCleanup(
            ForwardedMailRepository store,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactionManager,
            Outbox outbox,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            BaseUrl baseUrl) {
        this.store = store;
        this.db = db;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    @Override
    public void run() {
        OffsetDateTime now = SqlTime.now(clock);
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
                .forEach(account -> transaction.executeWithoutResult(status -> warn(account, soon, now)));
        db.sql("DELETE FROM plan.mailbox_taken WHERE taken_at < ?")
                .param(now.minus(MARKS))
                .update();
    }

    private record WarnedUser(String mail, @Nullable String language) {}

    /** Warns about mails received before a moment, once each; runs in the caller's transaction. */
    private void warn(UUID account, OffsetDateTime before, OffsetDateTime now) {
        int count = db.sql("""
                        UPDATE plan.mailbox_message SET noticed_at = :now
                        WHERE account = :account AND received_at < :before AND noticed_at IS NULL
                        """)
                .param("now", now)
                .param("account", account)
                .param("before", before)
                .update();
        db.sql("SELECT mail, language FROM identity.account_contact WHERE id = ? AND open")
                .param(account)
                .query((row, n) -> new WarnedUser(row.getString("mail"), row.getString("language")))
                .optional()
                .filter(reader -> count > 0)
                .ifPresent(reader -> outbox.post(letter(account, reader, count)));
    }

    private Letter letter(UUID account, WarnedUser reader, int count) {
        Words t = recipientWords.forLanguage(reader.language());
        return new Letter(
                reader.mail(),
                t.say("mailbox.letter.subject", count),
                t.say("mailbox.letter.text", count, settings.current().name(), baseUrl.value() + "/plan/mailbox"),
                EXPIRY,
                new Letter.Completion(EXPIRY, account));
    }

    /** Withholds the warning once its mails are sorted or deleted. */
    @Bean
    static BodyCompleter mailboxExpiryCompleter(JdbcClient db) {
        return BodyCompleter.of(
                EXPIRY,
                letter -> db.sql("SELECT EXISTS (SELECT FROM plan.mailbox_message"
                                + " WHERE account = ? AND noticed_at IS NOT NULL)")
                        .param(letter.subject())
                        .query(Boolean.class)
                        .single(),
                "mailbox.letter.withheld.gone");
    }
}
