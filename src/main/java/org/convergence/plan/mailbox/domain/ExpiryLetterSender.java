package org.convergence.plan.mailbox.domain;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warns users that mails of theirs will soon expire, without their content. */
@Component
class ExpiryLetterSender {

    private final JdbcClient db;
    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final String baseUrl;

    ExpiryLetterSender(
            JdbcClient db,
            Outbox outbox,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.db = db;
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    private record WarnedUser(String mail, @Nullable String language) {}

    /** Warns about mails received before a moment, once each; runs in the caller's transaction. */
    void warn(UUID account, OffsetDateTime before, OffsetDateTime now) {
        int count = db.sql("""
                        UPDATE plan.mailbox_message SET noticed_at = :now
                        WHERE account = :account AND received_at < :before AND noticed_at IS NULL
                        """)
                .param("now", now)
                .param("account", account)
                .param("before", before)
                .update();
        db.sql("SELECT mail, language FROM identity.account WHERE id = ? AND closed_at IS NULL")
                .param(account)
                .query((row, n) -> new WarnedUser(row.getString("mail"), row.getString("language")))
                .optional()
                .filter(reader -> count > 0)
                .ifPresent(reader -> outbox.post(letter(reader, count)));
    }

    private Letter letter(WarnedUser reader, int count) {
        Words t = recipientWords.forLanguage(reader.language());
        return new Letter(
                reader.mail(),
                t.say("mailbox.letter.subject", count),
                t.say("mailbox.letter.text", count, settings.current().name(), baseUrl + "/plan/mailbox"),
                "mailbox_expiry",
                null);
    }
}
