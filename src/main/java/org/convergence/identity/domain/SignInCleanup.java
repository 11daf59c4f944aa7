package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each night, deletes expired sign-in data (R-L25-23): links a week after their end, sign-in attempts after 90 days,
 * sessions and tokens a year after their end.
 */
@Component
@Recurrence(name = "identity-sweep", cron = "0 5 4 * * *")
class SignInCleanup implements RecurringWork {

    static final Duration LINKS = Duration.ofDays(7);
    static final Duration ATTEMPTS = Duration.ofDays(90);
    static final Duration SESSIONS_AND_TOKENS = Duration.ofDays(365);

    private final JdbcClient db;
    private final Clock clock;

    SignInCleanup(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        OffsetDateTime now = SqlTime.now(clock);
        OffsetDateTime year = now.minus(SESSIONS_AND_TOKENS);
        delete("sign_in_link WHERE least(used_at, expires_at) < ?", now.minus(LINKS));
        delete("sign_in_attempt WHERE at < ?", now.minus(ATTEMPTS));
        delete("session WHERE least(ended_at, expires_at, last_seen_at + interval '14 days') < ?", year);
        delete("api_token WHERE least(revoked_at, expires_at) < ?", year);
    }

    private void delete(String rows, OffsetDateTime before) {
        db.sql("DELETE FROM identity." + rows).param(before).update();
    }
}
