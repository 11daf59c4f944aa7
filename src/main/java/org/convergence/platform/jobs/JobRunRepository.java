package org.convergence.platform.jobs;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of runs. Every write names the attempt, so that an abandoned attempt can no longer save. */
@Component
class JobRunRepository {

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final AtomicBoolean closing = new AtomicBoolean();

    JobRunRepository(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    record ClaimedRun(JobRun run, Actor actor) {}

    /** Makes every run stop at its next step, to go on at the next start. */
    void setClosing(boolean close) {
        closing.set(close);
    }

    boolean isClosing() {
        return closing.get();
    }

    /**
     * Repairs the state left by the last end of the application.
     *
     * @param alone no other node runs, so that work picked by a killed process is free again
     */
    void recoverAfterRestart(boolean alone) {
        if (alone) {
            jdbc.sql("UPDATE platform.jobs_scheduled SET picked = false, picked_by = NULL, last_heartbeat = NULL"
                            + " WHERE picked")
                    .update();
        }
        // After a restore nothing is scheduled: a person resumes work that was under way.
        jdbc.sql("""
                        UPDATE platform.jobs_run r SET state = 'STOPPED', finished_at = coalesce(finished_at, :now)
                        WHERE state IN ('QUEUED', 'RUNNING', 'STOPPING')
                          AND NOT EXISTS (SELECT 1 FROM platform.jobs_scheduled s WHERE s.task_instance = r.id::text)
                        """).param("now", SqlTime.now(clock)).update();
    }

    /** Claims a run to execute it; empty if there is nothing left to do. */
    Optional<ClaimedRun> claim(UUID id) {
        return jdbc.sql("""
                        UPDATE platform.jobs_run
                        SET state = 'RUNNING', attempt = attempt + 1, attempt_at = :now, attempt_done = done,
                            started_at = coalesce(started_at, :now)
                        WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
                        RETURNING kind, parameters, position, attempt, actor
                        """)
                .param("id", id)
                .param("now", SqlTime.now(clock))
                .query((row, number) -> new ClaimedRun(
                        new JobRun(
                                id,
                                row.getString("kind"),
                                Json.parse(row.getString("parameters")),
                                Json.parse(row.getString("position")),
                                row.getInt("attempt"),
                                this),
                        Json.parse(row.getString("actor")).as(Actor.class)))
                .optional();
    }

    /** Ends a run that was asked to stop but that no node executes, such as one that was cut off; gives its kind. */
    Optional<String> finishStop(UUID id) {
        return jdbc.sql("""
                        UPDATE platform.jobs_run SET state = 'STOPPED', finished_at = :now
                        WHERE id = :id AND state = 'STOPPING'
                        RETURNING kind
                        """)
                .param("id", id)
                .param("now", SqlTime.now(clock))
                .query(String.class)
                .optional();
    }

    /** Requeues an attempt for the next start of the application, unless a person stopped it. */
    boolean requeue(JobRun run) {
        return jdbc.sql("""
                        UPDATE platform.jobs_run SET state = 'QUEUED'
                        WHERE id = :id AND attempt = :attempt AND state = 'RUNNING'
                        """)
                        .param("id", run.id())
                        .param("attempt", run.attempt())
                        .update()
                == 1;
    }

    void saveTotal(JobRun run, long units) {
        save(run, "total = :units", units);
    }

    void saveProgress(JobRun run, long units) {
        requireToGoOn(run);
        save(run, "done = :units", units);
    }

    /**
     * Does a step; it never passes the total.
     *
     * @return the position after it, as given by the work
     */
    Optional<Json> step(JobRun run, long units, Supplier<Optional<Json>> work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setName(run.kind());
        return Objects.requireNonNull(transaction.execute(status -> {
            requireToGoOn(run);
            Optional<Json> position = work.get();
            long done = position.isPresent() ? units : 0;
            int saved = jdbc.sql("""
                            UPDATE platform.jobs_run SET position = ?::jsonb,
                                done = CASE WHEN done + ? > total THEN greatest(done, total) ELSE done + ? END
                            WHERE id = ? AND attempt = ?
                            """)
                    .params(position.orElse(run.position()).toString(), done, done, run.id(), run.attempt())
                    .update();
            if (saved == 0) {
                throw new JobStopped();
            }
            return position;
        }));
    }

    /** Ends an attempt; false if it had been abandoned before. */
    boolean end(JobRun run, JobState state, @Nullable Json refusal, @Nullable String reference) {
        return jdbc.sql("""
                        UPDATE platform.jobs_run
                        SET state = :state, finished_at = CASE WHEN :state = 'QUEUED' THEN NULL ELSE :now::timestamptz END,
                            told_at = CASE WHEN :state <> 'QUEUED' AND actor ->> 'id' = :nobody THEN :now::timestamptz END,
                            result = :result::jsonb, refusal = :refusal::jsonb, error_reference = :reference
                        WHERE id = :id AND attempt = :attempt
                        """)
                        .param("state", state.name())
                        .param("now", SqlTime.now(clock))
                        .param("nobody", Actor.VISITOR.id().toString())
                        .param(
                                "result",
                                run.result() == null ? null : run.result().toString())
                        .param("refusal", refusal == null ? null : refusal.toString())
                        .param("reference", reference)
                        .param("id", run.id())
                        .param("attempt", run.attempt())
                        .update()
                == 1;
    }

    private void save(JobRun run, String column, long units) {
        jdbc.sql("UPDATE platform.jobs_run SET " + column + " WHERE id = :id AND attempt = :attempt")
                .param("units", units)
                .param("id", run.id())
                .param("attempt", run.attempt())
                .update();
    }

    private void requireToGoOn(JobRun run) {
        boolean goOn = jdbc.sql("SELECT state = 'RUNNING' AND attempt = ? FROM platform.jobs_run WHERE id = ?")
                .params(run.attempt(), run.id())
                .query(Boolean.class)
                .single();
        if (!goOn || isClosing()) {
            throw new JobStopped();
        }
    }

    /** Thrown at a run's next step once it was asked to stop, or the application stops. A job must not catch it. */
    public static final class JobStopped extends RuntimeException {

        JobStopped() {
            super("stopped", null, false, false);
        }
    }
}
