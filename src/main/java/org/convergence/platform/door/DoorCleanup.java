package org.convergence.platform.door;

import java.time.Duration;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes links a week after they ended, with what phones noted (R-L25-23). */
@Component
@Recurrence(name = "door-sweep", cron = "0 50 4 * * *")
record DoorCleanup(JdbcClient db, DoorLinkRepository repository) implements RecurringWork {

    private static final Duration KEPT = Duration.ofDays(7);

    @Override
    public void run() {
        db.sql("DELETE FROM platform.door_link WHERE until < ?")
                .param(SqlTime.at(repository.now().minus(KEPT)))
                .update();
    }
}
