package org.convergence.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs for pages. Callers check that the actor may see them. */
@Component
public class JobRunQueries {

    private static final String RUNS = """
            SELECT id, kind, label_key, state, actor, done, total, attempt_at, attempt_done, queued_at, started_at,
                   finished_at, result, refusal, error_reference
            FROM platform.jobs_run
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JobRunQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<JobView> findById(UUID run) {
        return jdbc.sql(RUNS + "WHERE id = ?")
                .param(run)
                .query((row, number) -> view(row))
                .optional();
    }

    /** The latest runs of one account, or of all if it is {@code null}, from a position in the list on. */
    List<JobView> findLatest(@Nullable UUID account, @Nullable Keyset after, int limit) {
        List<String> place = after == null ? List.of() : after.values();
        return jdbc.sql(RUNS + """
                        WHERE (:account::text IS NULL OR actor ->> 'id' = :account)
                          AND (:first OR (queued_at, id) < (:at::timestamptz, :id::uuid))
                        ORDER BY queued_at DESC, id DESC LIMIT :limit
                        """)
                .param("account", account == null ? null : account.toString())
                .param("first", place.isEmpty())
                .param("at", place.isEmpty() ? null : place.get(0))
                .param("id", place.isEmpty() ? null : place.get(1))
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /** The latest runs of one kind, the newest first. */
    public List<JobView> findLatest(String kind, int limit) {
        return jdbc.sql(RUNS + "WHERE kind = ? ORDER BY queued_at DESC, id DESC LIMIT ?")
                .params(kind, limit)
                .query((row, number) -> view(row))
                .list();
    }

    private JobView view(ResultSet row) throws SQLException {
        Actor actor = Json.parse(row.getString("actor")).as(Actor.class);
        Json refusal = json(row, "refusal");
        long done = row.getLong("done");
        Long total = row.getObject("total", Long.class);
        var state = JobState.valueOf(row.getString("state"));
        return new JobView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("label_key"),
                state,
                actor.label(),
                actor.id(),
                done,
                total,
                remaining(state, done - row.getLong("attempt_done"), done, total, instant(row, "attempt_at")),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                json(row, "result"),
                refusal == null ? null : refusal.as(JobView.JobRefusal.class),
                row.getString("error_reference"));
    }

    /** Estimates the remaining time from the speed of this attempt so far. */
    private @Nullable Duration remaining(
            JobState state, long doneNow, long done, @Nullable Long total, @Nullable Instant since) {
        if (state != JobState.RUNNING || doneNow <= 0 || total == null || since == null) {
            return null;
        }
        // Another node's clock may be ahead of this one's.
        double perUnit = Math.max(0, Duration.between(since, clock.instant()).toMillis()) / (double) doneNow;
        return Duration.ofMillis(Math.round(perUnit * Math.max(0, total - done)));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Json json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : Json.parse(text);
    }
}
