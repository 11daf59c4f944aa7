package org.convergence.platform.jobs;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs queued jobs in the test's own thread instead of the background. */
@Component
public class JobTestRunner {

    private final JdbcClient jdbc;
    private final JobRunner runner;
    private final JobRunRepository store;

    JobTestRunner(JdbcClient jdbc, JobRunner runner, JobRunRepository store) {
        this.jdbc = jdbc;
        this.runner = runner;
        this.store = store;
    }

    /** Runs everything that is queued, and what that queues, to its end. */
    public void runAll() {
        for (List<UUID> queued = queued(); !queued.isEmpty(); queued = queued()) {
            queued.forEach(this::run);
        }
    }

    public void run(UUID id) {
        jdbc.sql("DELETE FROM platform.jobs_scheduled WHERE task_instance = ?")
                .param(id.toString())
                .update();
        runner.run(id);
    }

    /** Makes every run stop at its next step, as a stop of the application would. */
    void applicationStops(boolean stops) {
        store.setClosing(stops);
    }

    private List<UUID> queued() {
        return jdbc.sql("SELECT id FROM platform.jobs_run WHERE state = 'QUEUED' ORDER BY queued_at, id")
                .query(UUID.class)
                .list();
    }
}
