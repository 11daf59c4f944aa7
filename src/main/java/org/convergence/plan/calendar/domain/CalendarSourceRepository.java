package org.convergence.plan.calendar.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores connected calendars. */
@Component
class CalendarSourceRepository {

    private static final RecordMapper<CalendarSource> SOURCES = RecordMapper.of(CalendarSource.class);

    private final JdbcClient db;

    CalendarSourceRepository(JdbcClient db) {
        this.db = db;
    }

    /**
     * The address and settings with which a calendar is fetched.
     *
     * @param address sealed
     */
    record CalendarSource(
            UUID id,
            UUID owner,
            String address,
            @Nullable String etag,
            @Nullable String lastModified,
            int failures) {}

    List<ConnectedCalendar> findByOwner(UUID owner) {
        return db.sql("SELECT * FROM plan.calendar_source WHERE owner = ? ORDER BY id")
                .param(owner)
                .query((row, n) -> new ConnectedCalendar(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("host"),
                        instant(row, "read_at"),
                        row.getInt("entries"),
                        row.getBoolean("assumed_zone"),
                        instant(row, "failing_since"),
                        FetchProblem.read(row.getString("problem"))))
                .list();
    }

    void add(UUID id, UUID owner, String name, @Nullable String host, @Nullable String address, Instant now) {
        db.sql("""
                        INSERT INTO plan.calendar_source (id, owner, name, host, address, connected_at, next_at)
                        VALUES (:id, :owner, :name, :host, :address, :now,
                                CASE WHEN :host::text IS NOT NULL THEN CAST(:now AS timestamptz) END)
                        """)
                .param("id", id)
                .param("owner", owner)
                .param("name", name)
                .param("host", host)
                .param("address", address)
                .param("now", SqlTime.at(now))
                .update();
    }

    Optional<CalendarSource> find(UUID id, UUID owner) {
        return db.sql("SELECT * FROM plan.calendar_source WHERE id = ? AND owner = ? AND address IS NOT NULL")
                .params(id, owner)
                .query(SOURCES)
                .optional();
    }

    @Transactional
    boolean remove(UUID id, UUID owner) {
        lock(id, owner);
        boolean removed = db.sql("DELETE FROM plan.calendar_source WHERE id = ? AND owner = ?")
                        .params(id, owner)
                        .update()
                == 1;
        forgetHttpCache(owner);
        return removed;
    }

    /**
     * Makes the next reading complete: an entry removed from one calendar of the owner may also be in another, which
     * would else be skipped as unchanged.
     */
    void forgetHttpCache(UUID owner) {
        db.sql("UPDATE plan.calendar_source SET etag = NULL, last_modified = NULL WHERE owner = ?")
                .param(owner)
                .update();
    }

    /**
     * Claims the next due calendar, so that no other node does; if this node crashes, it is due again at {@code back}.
     */
    Optional<CalendarSource> claimDue(Instant now, Instant back) {
        return db.sql("""
                        UPDATE plan.calendar_source SET next_at = :back
                        WHERE id = (SELECT id FROM plan.calendar_source WHERE next_at <= :now
                                    ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", SqlTime.at(now))
                .param("back", SqlTime.at(back))
                .query(SOURCES)
                .optional();
    }

    /** Locks the owner's calendars while entries are replaced; {@code false} if this calendar was removed meanwhile. */
    boolean lock(UUID id, UUID owner) {
        return db.sql("SELECT id FROM plan.calendar_source WHERE owner = ? ORDER BY id FOR UPDATE")
                .param(owner)
                .query(UUID.class)
                .list()
                .contains(id);
    }

    /** Stores a successful reading, changed or not. */
    void markRead(UUID id, @Nullable String etag, @Nullable String lastModified, Instant now, Instant next) {
        db.sql("""
                        UPDATE plan.calendar_source
                        SET read_at = :now, etag = :etag, last_modified = :modified, failures = 0, failing_since = NULL,
                            problem = NULL, next_at = CASE WHEN address IS NOT NULL THEN CAST(:next AS timestamptz) END
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("etag", etag)
                .param("modified", lastModified)
                .param("now", SqlTime.at(now))
                .param("next", SqlTime.at(next))
                .update();
    }

    void updateCounts(UUID id, int entries, boolean assumedZone) {
        db.sql("UPDATE plan.calendar_source SET entries = :entries, assumed_zone = :assumed WHERE id = :id")
                .param("id", id)
                .param("entries", entries)
                .param("assumed", assumedZone)
                .update();
    }

    void markFailed(UUID id, FetchProblem problem, Instant now, Instant next) {
        db.sql("""
                        UPDATE plan.calendar_source
                        SET failures = failures + 1, failing_since = coalesce(failing_since, :now), problem = :problem::jsonb,
                            next_at = CASE WHEN address IS NOT NULL THEN CAST(:next AS timestamptz) END
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("problem", problem.write())
                .param("now", SqlTime.at(now))
                .param("next", SqlTime.at(next))
                .update();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
