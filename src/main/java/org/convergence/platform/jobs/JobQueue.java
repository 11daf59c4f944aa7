package org.convergence.platform.jobs;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues, stops and resumes runs. Callers check that the actor may do so. */
@Component
public class JobQueue {

    static final String TASK = "run";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JobQueue(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Event for the scheduler, once the transaction is committed: something is due. */
    record RunQueued() {}

    /**
     * Queues a run in the caller's transaction: if that is rolled back, nothing runs. It runs as the current actor,
     * with the permissions held now.
     *
     * @return the run, or the unfinished one with the same {@code onceKey}
     */
    @Transactional
    public UUID submit(JobRequest request) {
        // The unfinished run may end between the two queries: then another can be queued.
        for (Optional<UUID> run = queue(request); ; run = queue(request)) {
            if (run.isPresent()) {
                schedule(run.get());
                return run.get();
            }
            Optional<UUID> unfinished = unfinished(request);
            if (unfinished.isPresent()) {
                return unfinished.get();
            }
        }
    }

    /** Empty if an unfinished run has the same key. */
    private Optional<UUID> queue(JobRequest request) {
        return jdbc.sql("""
                        INSERT INTO platform.jobs_run
                            (id, kind, label_key, once_key, parameters, state, actor, queued_at)
                        VALUES (:id, :kind, :label, :once, :parameters::jsonb, 'QUEUED', :actor::jsonb, :now)
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .param("id", Ids.next())
                .param("kind", request.kind())
                .param("label", request.labelKey())
                .param("once", request.onceKey())
                .param("parameters", request.parameters().toString())
                .param("actor", Json.of(CurrentActor.get()).toString())
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .optional();
    }

    /** Whether a run with this key has not ended. */
    @Transactional(readOnly = true)
    public boolean isUnfinished(String kind, String onceKey) {
        return unfinished(JobRequest.of(kind, kind, Map.of()).once(onceKey)).isPresent();
    }

    /** Resumes the latest run of a kind for a key from its position; false if it did not fail or stop. */
    @Transactional
    public boolean resumeLatest(String kind, String onceKey) {
        Optional<UUID> run =
                jdbc.sql("""
                        SELECT id FROM (SELECT id, state FROM platform.jobs_run WHERE kind = ? AND once_key = ?
                                        ORDER BY queued_at DESC, id DESC LIMIT 1) AS latest
                        WHERE state IN ('STOPPED', 'FAILED')
                        """).params(kind, onceKey).query(UUID.class).optional();
        run.ifPresent(this::resume);
        return run.isPresent();
    }

    private Optional<UUID> unfinished(JobRequest request) {
        return jdbc.sql("""
                        SELECT id FROM platform.jobs_run
                        WHERE kind = ? AND once_key = ? AND state IN ('QUEUED', 'RUNNING', 'STOPPING')
                        """)
                .params(request.kind(), String.valueOf(request.onceKey()))
                .query(UUID.class)
                .optional();
    }

    /** Asks a run to stop: at once if it has not begun, at its next step if it runs. */
    @Transactional
    public void stop(UUID run) {
        jdbc.sql("""
                        UPDATE platform.jobs_run
                        SET state = CASE state WHEN 'QUEUED' THEN 'STOPPED' ELSE 'STOPPING' END,
                            finished_at = CASE state WHEN 'QUEUED' THEN :now::timestamptz END,
                            told_at = CASE state WHEN 'QUEUED' THEN :now::timestamptz END
                        WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
                        """).param("id", run).param("now", SqlTime.now(clock)).update();
    }

    /**
     * Resumes a stopped or failed run from its position.
     *
     * @throws NotFound if there is no such run to resume
     */
    @Transactional
    public void resume(UUID run) {
        int resumed = jdbc.sql("""
                        UPDATE platform.jobs_run
                        SET state = 'QUEUED', finished_at = NULL, told_at = NULL, refusal = NULL, error_reference = NULL
                        WHERE id = ? AND state IN ('STOPPED', 'FAILED')
                        """).param(run).update();
        if (resumed == 0) {
            throw new NotFound("run");
        }
        schedule(run);
    }

    /** An execution that is just ending must not delete the new one: it recognises its own by the version. */
    private void schedule(UUID run) {
        jdbc.sql("""
                        INSERT INTO platform.jobs_scheduled AS due
                            (task_name, task_instance, execution_time, picked, version)
                        VALUES (?, ?, ?, false, 1)
                        ON CONFLICT (task_name, task_instance) DO UPDATE
                        SET execution_time = excluded.execution_time, picked = false, picked_by = NULL,
                            last_heartbeat = NULL, version = due.version + 1
                        """).params(TASK, run.toString(), SqlTime.now(clock)).update();
        events.publishEvent(new RunQueued());
    }
}
