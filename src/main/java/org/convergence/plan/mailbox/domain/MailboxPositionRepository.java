package org.convergence.plan.mailbox.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the reading position of the mailbox, the marks of received mails, and the result of the last run. */
@Component
record MailboxPositionRepository(JdbcClient db, Clock clock) {

    /** The position of a mail on the server: its UID is valid only with the server's UIDVALIDITY. */
    record MailPosition(long validity, long uid) {}

    /**
     * The last run.
     *
     * @param readAt when one last succeeded; {@code null} if none did yet
     * @param problem why the last one failed; {@code null} if it succeeded
     */
    record LastMailboxRun(
            @Nullable Instant readAt, @Nullable MailboxProblem problem) {}

    LastMailboxRun findLastRun() {
        return db.sql("SELECT read_at, problem FROM plan.mailbox_round")
                .query((row, n) -> {
                    OffsetDateTime at = row.getObject("read_at", OffsetDateTime.class);
                    String problem = row.getString("problem");
                    return new LastMailboxRun(
                            at == null ? null : at.toInstant(),
                            problem == null ? null : MailboxProblem.valueOf(problem));
                })
                .single();
    }

    /** The UID of the last received mail; 0 if the server reset its UIDs. */
    long lastUid(long validity) {
        return db.sql("SELECT last_uid FROM plan.mailbox_round WHERE uid_validity = ?")
                .param(validity)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void savePosition(MailPosition place) {
        db.sql("UPDATE plan.mailbox_round SET uid_validity = ?, last_uid = ?")
                .params(place.validity(), place.uid())
                .update();
    }

    void countUnaddressed() {
        db.sql("UPDATE plan.mailbox_round SET strangers = strangers + 1").update();
    }

    /** Whether an account's mail is new; marks it as received. */
    boolean markReceived(UUID account, String identity) {
        return db.sql("INSERT INTO plan.mailbox_taken (mark, taken_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(Sha256.of(account + "\n" + identity), SqlTime.now(clock))
                        .update()
                == 1;
    }

    void markSuccess() {
        db.sql("UPDATE plan.mailbox_round SET tried_at = :now, read_at = :now, problem = NULL")
                .param("now", SqlTime.now(clock))
                .update();
    }

    void markFailure(MailboxProblem trouble) {
        db.sql("UPDATE plan.mailbox_round SET tried_at = ?, problem = ?")
                .params(SqlTime.now(clock), trouble.name())
                .update();
    }
}
