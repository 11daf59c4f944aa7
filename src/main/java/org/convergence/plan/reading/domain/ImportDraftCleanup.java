package org.convergence.plan.reading.domain;

import java.time.Clock;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes import drafts left unchanged for 30 days. */
@Component
@Recurrence(name = "reading-sweep", cron = "0 40 3 * * *")
record ImportDraftCleanup(JdbcClient db, Clock clock) implements RecurringWork {

    private static final int DAYS = 30;

    @Override
    public void run() {
        db.sql("DELETE FROM plan.reading_draft WHERE changed_at < :limit")
                .param("limit", SqlTime.now(clock).minusDays(DAYS))
                .update();
    }
}
