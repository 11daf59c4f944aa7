package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.convergence.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets letters go that were sent, given up or withheld 90 days ago (R-L25-23); those that wait stay. */
@Component
class LetterSweeping implements Recurring {

    static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient db;
    private final Clock clock;

    LetterSweeping(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail-sweep";
    }

    @Override
    public String cron() {
        return "0 10 4 * * *";
    }

    @Override
    public void run() {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT);
        db.sql("""
                        DELETE FROM platform.mail_message
                         WHERE state IN ('SENT', 'FAILED', 'WITHHELD') AND coalesce(sent_at, greatest(posted_at, next_at)) < ?""").param(before).update();
    }
}
