package org.convergence.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.DatabaseServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs what is due, from the moment the application is ready until it stops. */
@Component
@ConditionalOnBooleanProperty(name = "convergence.jobs.enabled", matchIfMissing = true)
class JobScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int THREADS = 2;

    private final DataSource source;
    private final DatabaseServer server;
    private final JdbcClient jdbc;
    private final JobRunner runner;
    private final RunStore store;
    private final List<Recurring> recurring;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    JobScheduler(
            DataSource source,
            DatabaseServer server,
            JdbcClient jdbc,
            JobRunner runner,
            RunStore store,
            List<Recurring> recurring,
            Clock clock) {
        this.source = source;
        this.server = server;
        this.jdbc = jdbc;
        this.runner = runner;
        this.store = store;
        this.recurring = recurring;
        this.clock = clock;
    }

    @Override
    public void start() {
        store.close(false);
        settle();
        var runs = Tasks.custom(Jobs.TASK, Void.class)
                .onFailure((failed, then) -> then.reschedule(
                        failed, clock.instant().plus(store.isClosing() ? Duration.ZERO : Duration.ofSeconds(30))))
                .execute((instance, context) -> {
                    runner.run(UUID.fromString(instance.getId()));
                    return (complete, then) -> done(then);
                });
        List<RecurringTask<Void>> returning = recurring.stream().map(this::task).toList();
        Scheduler started = Scheduler.create(source, runs)
                .startTasks(returning)
                .tableName("platform.jobs_scheduled")
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(POLL)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
        started.start();
        scheduler = started;
    }

    /** On our own server nobody else runs: what a killed process had taken is free again. */
    private void settle() {
        if (server.isEmbedded()) {
            jdbc.sql("UPDATE platform.jobs_scheduled SET picked = false, picked_by = NULL, last_heartbeat = NULL"
                            + " WHERE picked")
                    .update();
        }
        // After a restore nothing is scheduled: what was under way is for a person to resume.
        jdbc.sql("""
                        UPDATE platform.jobs_run r SET state = 'STOPPED', finished_at = coalesce(finished_at, :now)
                        WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING')
                          AND NOT EXISTS (SELECT 1 FROM platform.jobs_scheduled s WHERE s.task_instance = r.id::text)
                        """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static void done(ExecutionOperations<Void> execution) {
        try {
            execution.remove();
        } catch (ExecutionException resumed) {
            LOG.debug("A run was resumed in the moment in which it ended");
        }
    }

    private RecurringTask<Void> task(Recurring work) {
        return Tasks.recurring(work.name(), new RecurringSchedule(work))
                .execute((instance, context) -> CurrentActor.runAs(Actor.system(work.name()), work::run));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void look(Jobs.WorkQueued queued) {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void stop() {
        store.close(true);
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    boolean isStopping() {
        return store.isClosing();
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
