package org.convergence.plan.time.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.WorkedHours;
import org.convergence.plan.realisation.WorkedHours.Worked;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where sheets and their entries are kept. Whoever changes one holds it first. */
@Component
class SheetStore {

    static final String TABLE = "plan.time_sheet";

    private final JdbcClient db;
    private final WorkedHours worked;
    private final Clock clock;

    SheetStore(JdbcClient db, WorkedHours worked, Clock clock) {
        this.db = db;
        this.worked = worked;
        this.clock = clock;
    }

    /**
     * A sheet without its hours.
     *
     * @param version 0 where nothing was saved yet
     * @param decidedName who approved, returned or reopened it
     */
    record Sheet(
            UUID id,
            int version,
            SheetState state,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedName,
            @Nullable String comment) {

        static final Sheet NONE = new Sheet(new UUID(0, 0), 0, SheetState.DRAFT, Instant.EPOCH, null, null, null, null);
    }

    Optional<Sheet> find(PersonId person, Week week) {
        return select(person, week, "");
    }

    /** The sheet, made where there is none; whoever else wants to change it waits until this transaction ends. */
    Sheet hold(PersonId person, Week week) {
        db.sql("""
                        INSERT INTO plan.time_sheet (id, version, person, monday, saved_at) VALUES (?, 0, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """).params(Ids.next(), person.value(), week.monday(), now()).update();
        return select(person, week, " FOR UPDATE").orElseThrow();
    }

    private Optional<Sheet> select(PersonId person, Week week, String lock) {
        return db.sql("SELECT * FROM plan.time_sheet WHERE person = ? AND monday = ?" + lock)
                .params(person.value(), week.monday())
                .query((row, n) -> sheet(row))
                .optional();
    }

    List<Cell> cells(PersonId person, Week week) {
        return db.sql(
                        "SELECT day, hours, action, realisation FROM plan.time_entry WHERE person = ? AND monday = ? ORDER BY id")
                .params(person.value(), week.monday())
                .query((row, n) -> new Cell(
                        Post.of(row.getObject("action", UUID.class), row.getObject("realisation", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("hours")))
                .list();
    }

    /** Says that a held sheet was saved, handed in or not. */
    void saved(Sheet held, boolean submitted) {
        db.sql("""
                        UPDATE plan.time_sheet
                        SET version = version + 1, saved_at = :now,
                            state = CASE WHEN :submitted THEN 'SUBMITTED' ELSE state END,
                            submitted_at = CASE WHEN :submitted THEN CAST(:now AS timestamptz) ELSE submitted_at END
                        WHERE id = :id
                        """)
                .param("now", now())
                .param("submitted", submitted)
                .param("id", held.id())
                .update();
    }

    /** Says who decided what of a held sheet, and why. */
    void decided(Sheet held, SheetState state, Actor by, @Nullable String comment) {
        db.sql("""
                        UPDATE plan.time_sheet
                        SET version = version + 1, state = :state, decided_at = :now, decided_by = :by,
                            decided_name = :name, comment = :comment
                        WHERE id = :id
                        """)
                .param("state", state.name())
                .param("now", now())
                .param("by", by.id())
                .param("name", by.label())
                .param("comment", comment)
                .param("id", held.id())
                .update();
    }

    /**
     * Writes the hours of a held sheet, only what differs, so that the history stays readable.
     *
     * @param given the days on which she gives her hours
     */
    void write(PersonId person, Week week, List<Cell> cells, Collection<LocalDate> given) {
        List<Cell> before = cells(person, week);
        Set<Cell> stay = new HashSet<>(before);
        stay.retainAll(cells);
        Set<RealisationId> touched = new HashSet<>();
        before.stream().filter(cell -> !stay.contains(cell)).forEach(cell -> {
            db.sql("""
                            DELETE FROM plan.time_entry WHERE person = :person AND day = :day
                              AND action IS NOT DISTINCT FROM CAST(:action AS uuid)
                              AND realisation IS NOT DISTINCT FROM CAST(:realisation AS uuid)
                            """).params(parameters(person, cell)).update();
            touch(cell, touched);
        });
        cells.stream().filter(cell -> !stay.contains(cell)).forEach(cell -> {
            db.sql("""
                            INSERT INTO plan.time_entry (id, person, monday, day, hours, action, realisation, volunteer)
                            VALUES (:id, :person, :monday, :day, :hours, :action, :realisation, :volunteer)
                            """)
                    .params(parameters(person, cell))
                    .param("id", Ids.next())
                    .param("monday", week.monday())
                    .param("hours", cell.hours())
                    .param("volunteer", given.contains(cell.day()))
                    .update();
            touch(cell, touched);
        });
        worked.recount(touched, this::sums);
    }

    private static void touch(Cell cell, Set<RealisationId> touched) {
        RealisationId realisation = cell.post().realisation();
        if (realisation != null) {
            touched.add(realisation);
        }
    }

    private static Map<String, @Nullable Object> parameters(PersonId person, Cell cell) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("person", person.value());
        all.put("day", cell.day());
        var action = cell.post().action();
        var realisation = cell.post().realisation();
        all.put("action", action == null ? null : action.value());
        all.put("realisation", realisation == null ? null : realisation.value());
        return all;
    }

    private Map<RealisationId, Worked> sums(Collection<RealisationId> ids) {
        Map<RealisationId, Worked> sums = new HashMap<>();
        db.sql("""
                        SELECT realisation, sum(hours) FILTER (WHERE NOT volunteer), sum(hours) FILTER (WHERE volunteer)
                        FROM plan.time_entry WHERE realisation = ANY (:ids) GROUP BY realisation
                        """)
                .param("ids", ids.stream().map(RealisationId::value).toArray(UUID[]::new))
                .query((row, n) -> sums.put(
                        new RealisationId(Objects.requireNonNull(row.getObject(1, UUID.class))),
                        new Worked(row.getBigDecimal(2), row.getBigDecimal(3))))
                .list();
        return sums;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        return new Sheet(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                SheetState.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "saved_at")),
                instant(row, "submitted_at"),
                instant(row, "decided_at"),
                row.getString("decided_name"),
                row.getString("comment"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
