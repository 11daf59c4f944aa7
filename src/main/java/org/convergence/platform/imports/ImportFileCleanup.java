package org.convergence.platform.imports;

import java.time.Clock;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the copies of files a week after their upload: they hold personal data and are no longer needed. */
@Component
@Recurrence(name = "imports.sweep", cron = "0 50 3 * * *")
record ImportFileCleanup(JdbcClient db, Clock clock) implements RecurringWork {

    private static final int DAYS = 7;

    @Override
    public void run() {
        db.sql("DELETE FROM platform.imports_file WHERE created_at < :limit AND state NOT IN ('RUNNING', 'UNDOING')")
                .param("limit", SqlTime.now(clock).minusDays(DAYS))
                .update();
    }
}
