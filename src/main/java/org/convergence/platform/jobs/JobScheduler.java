package org.convergence.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.BackgroundWork;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.text.LoggableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs due jobs from the moment the application is ready until it stops. It polls for due jobs once per pulse. A node
 * that misses four heartbeats counts as dead; the other nodes check for dead nodes every second pulse and take over
 * their jobs. A dead node's job is therefore restarted at most six pulses after its death: 12 seconds if several nodes
 * share an external server. The embedded server has one node, which resumes its own jobs when it starts.
 */
@Component
class JobScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int THREADS = 2;
    private static final Duration ALONE = Duration.ofSeconds(10);
    private static final Duration SHARED = Duration.ofSeconds(2);

    private final DataSource source;
    private final DatabaseServer server;
    private final JobRunner runner;
    private final JobRunRepository store;
    private final List<RecurringWork> recurring;
    private final Clock clock;
    private final Duration pulse;
    private final boolean enabled;
    private volatile @Nullable Scheduler scheduler;

    JobScheduler(
            DataSource source,
            DatabaseServer server,
            JobRunner runner,
            JobRunRepository store,
            List<RecurringWork> recurring,
            Clock clock,
            @Value("${convergence.jobs.pulse:}") @Nullable Duration pulse,
            @Value("${convergence.jobs.enabled:true}") boolean enabled) {
        this.source = source;
        this.server = server;
        this.runner = runner;
        this.store = store;
        this.recurring = recurring;
        this.clock = clock;
        this.enabled = enabled;
        this.pulse = pulse == null ? (server.isEmbedded() ? ALONE : SHARED) : pulse;
    }

    /** Commands do not run jobs, and tests start them when they need them. */
    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public void start() {
        store.setClosing(false);
        store.recoverAfterRestart(server.isEmbedded());
        var runs = Tasks.custom(JobQueue.TASK, Void.class)
                .onFailure((failed, then) -> then.reschedule(
                        failed, clock.instant().plus(store.isClosing() ? Duration.ZERO : Duration.ofSeconds(30))))
                .onDeadExecution(this::takeUp)
                .execute((instance, context) -> {
                    try {
                        BackgroundWork.run(() -> runner.run(UUID.fromString(instance.getId())));
                    } catch (JobRunner.RunInterrupted interrupted) {
                        if (!store.isClosing()) {
                            throw interrupted;
                        }
                        LOG.info("A run goes on when the application starts again");
                        return (complete, then) -> then.reschedule(complete, clock.instant());
                    }
                    return (complete, then) -> done(then);
                });
        List<RecurringTask<Void>> returning = recurring.stream().map(this::task).toList();
        Scheduler started = Scheduler.create(BackgroundWork.connections(source), runs)
                .startTasks(returning)
                .tableName("platform.jobs_scheduled")
                .schedulerName(new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + " "
                        + ProcessHandle.current().pid()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollingInterval(pulse)
                .heartbeatInterval(pulse)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
        started.start();
        scheduler = started;
    }

    private static void done(ExecutionOperations<Void> execution) {
        try {
            execution.remove();
        } catch (ExecutionException resumed) {
            LOG.debug("A run was resumed just as it ended");
        }
    }

    private RecurringTask<Void> task(RecurringWork work) {
        return Tasks.recurring(work.name(), new RecurringSchedule(work))
                .onDeadExecution(this::takeUp)
                .execute((instance, context) -> run(work));
    }

    /** Begins the work of a dead node again now, not at the next pulse. */
    private void takeUp(ExecutionComplete dead, ExecutionOperations<Void> then) {
        new ReviveDeadExecution<Void>().deadExecution(dead, then);
        wake();
    }

    /** The scheduler logs failures: the message is left out. */
    private static void run(RecurringWork work) {
        try {
            BackgroundWork.run(() -> CurrentActor.runAs(Actor.system(work.name()), work::run));
        } catch (RuntimeException failed) {
            throw LoggableException.of(failed);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onRunQueued(JobQueue.RunQueued queued) {
        wake();
    }

    private void wake() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void stop() {
        store.setClosing(true);
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

    /** The times of recurring work, computed each time, since its hour and zone are settings. */
    record RecurringSchedule(RecurringWork work) implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete last) {
            return after(last.getTimeDone());
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return after(now);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }

        Instant after(Instant moment) {
            if (work.cron().equals(RecurringWork.NEVER)) {
                return NEVER;
            }
            var next = CronExpression.parse(work.cron()).next(moment.atZone(work.zone()));
            return next == null ? NEVER : next.toInstant();
        }
    }
}
