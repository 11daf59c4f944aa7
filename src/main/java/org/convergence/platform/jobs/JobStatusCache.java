package org.convergence.platform.jobs;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.DatabaseReplaced;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.JobRunner.JobEnded;
import org.convergence.platform.shell.LongWorkStatus;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * People with work under way, for the frame of every page. Read from the database at most every two seconds, however
 * many pages are opened; changes made by this node are seen at once.
 */
@Component
class JobStatusCache implements LongWorkStatus {

    private static final long REMEMBERED_MILLIS = 2_000;

    private final JdbcClient db;
    private final Clock clock;
    private volatile @Nullable StatusSnapshot last;

    JobStatusCache(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record StatusSnapshot(Map<UUID, Integer> running, Set<UUID> untold, long until) {}

    @Override
    public int countRunning() {
        return snapshot().running().getOrDefault(CurrentActor.get().id(), 0);
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Override
    public List<FinishedWork> ended(Words t) {
        UUID me = CurrentActor.get().id();
        if (!snapshot().untold().contains(me)) {
            return List.of();
        }
        forget();
        return db.sql("""
                        UPDATE platform.jobs_run SET told_at = ?
                        WHERE actor ->> 'id' = ? AND told_at IS NULL AND finished_at IS NOT NULL
                        RETURNING id, label_key, state
                        """)
                .params(SqlTime.now(clock), me.toString())
                .query((row, number) -> ended(
                        row.getObject("id", UUID.class),
                        row.getString("label_key"),
                        JobState.valueOf(row.getString("state")),
                        t))
                .list();
    }

    void notifyAgain(UUID run) {
        db.sql("UPDATE platform.jobs_run SET told_at = NULL WHERE id = ?")
                .param(run)
                .update();
        forget();
    }

    private static FinishedWork ended(UUID run, String label, JobState state, Words t) {
        return new FinishedWork(
                tone(state),
                t.say("jobs.ended", t.has(label) ? t.say(label) : t.say("jobs.one"), state.name()),
                "/platform/jobs/" + run);
    }

    private static Tone tone(JobState state) {
        return switch (state) {
            case DONE -> Tone.OK;
            case FAILED -> Tone.BAD;
            default -> Tone.WARN;
        };
    }

    private StatusSnapshot snapshot() {
        StatusSnapshot known = last;
        long now = System.nanoTime() / 1_000_000;
        if (known != null && now < known.until()) {
            return known;
        }
        var running = new HashMap<UUID, Integer>();
        var untold = new HashSet<UUID>();
        db.sql("""
                SELECT (actor ->> 'id')::uuid, count(*) FILTER (WHERE finished_at IS NULL),
                       count(*) FILTER (WHERE finished_at IS NOT NULL)
                FROM platform.jobs_run WHERE told_at IS NULL GROUP BY 1
                """).query(row -> {
            UUID who = row.getObject(1, UUID.class);
            running.put(who, row.getInt(2));
            if (row.getInt(3) > 0) {
                untold.add(who);
            }
        });
        StatusSnapshot seen = new StatusSnapshot(running, untold, now + REMEMBERED_MILLIS);
        last = seen;
        return seen;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void queued(JobQueue.RunQueued work) {
        forget();
    }

    @EventListener
    void ended(JobEnded work) {
        forget();
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        last = null;
    }
}
