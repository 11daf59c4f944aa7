package org.convergence.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes runs that ended a year ago, with their requester and result (R-L25-23). */
@Component
@Recurrence(name = "jobs-sweep", cron = "0 15 4 * * *")
record JobRunCleanup(JdbcClient jdbc, Clock clock) implements RecurringWork {

    static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void run() {
        jdbc.sql("DELETE FROM platform.jobs_run WHERE state IN ('DONE', 'STOPPED', 'FAILED') AND finished_at < ?")
                .param(SqlTime.now(clock).minus(KEPT))
                .update();
    }
}
