package org.convergence.platform.door;

import java.time.Duration;
import java.time.ZoneOffset;
import org.convergence.platform.jobs.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes links a week after they ended, with what phones noted (R-L25-23). */
@Component
record DoorCleanup(JdbcClient db, DoorLinkRepository repository) implements RecurringWork {

    private static final Duration KEPT = Duration.ofDays(7);

    @Override
    public String name() {
        return "door-sweep";
    }

    @Override
    public String cron() {
        return "0 50 4 * * *";
    }

    @Override
    public void run() {
        db.sql("DELETE FROM platform.door_link WHERE until < ?")
                .param(repository.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
