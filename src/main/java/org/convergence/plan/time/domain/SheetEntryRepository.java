package org.convergence.plan.time.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.WorkedHours;
import org.convergence.plan.realisation.WorkedHours.WorkedHoursSum;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the hours of sheets, and reports them to their realisations. */
@Component
record SheetEntryRepository(JdbcClient db, WorkedHours worked) {

    private static final String HERE = """
             WHERE person = :person AND day = :day AND action IS NOT DISTINCT FROM CAST(:action AS uuid)
               AND realisation IS NOT DISTINCT FROM CAST(:realisation AS uuid)
            """;

    private static final String INSERT = """
            INSERT INTO plan.time_entry (id, person, monday, day, hours, action, realisation, volunteer)
            VALUES (:id, :person, :monday, :day, :hours, :action, :realisation, false)
            """;

    List<HoursCell> cells(PersonId person, Week week) {
        return db.sql(
                        "SELECT day, hours, action, realisation FROM plan.time_entry WHERE person = ? AND monday = ? ORDER BY id")
                .params(person.value(), week.monday())
                .query((row, n) -> cell(row))
                .list();
    }

    /** An entry of a person; empty if it belongs to another. */
    Optional<HoursCell> cell(PersonId person, UUID id) {
        return db.sql("SELECT day, hours, action, realisation FROM plan.time_entry WHERE person = ? AND id = ?")
                .params(person.value(), id)
                .query((row, n) -> cell(row))
                .optional();
    }

    private static HoursCell cell(ResultSet row) throws SQLException {
        return new HoursCell(
                TimePost.of(row.getObject("action", UUID.class), row.getObject("realisation", UUID.class)),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("hours"));
    }

    /**
     * Writes the hours of a locked sheet, only the differences, so that the history stays readable.
     *
     * @param given the days of volunteer hours: contracts may have changed since the last save
     */
    void write(PersonId person, Week week, Collection<HoursCell> cells, Collection<LocalDate> given) {
        Map<HoursCell.CellPlace, HoursCell> before = HoursCell.byPlace(cells(person, week));
        Map<HoursCell.CellPlace, HoursCell> after = HoursCell.byPlace(cells);
        Set<RealisationId> touched = new HashSet<>();
        before.values().stream()
                .filter(cell -> !after.containsKey(cell.place()))
                .forEach(cell -> put("DELETE FROM plan.time_entry" + HERE, person, week, cell, touched));
        after.values().stream()
                .filter(cell -> !cell.equals(before.get(cell.place())))
                .forEach(cell -> {
                    boolean there = before.containsKey(cell.place());
                    put(
                            there ? "UPDATE plan.time_entry SET hours = :hours" + HERE : INSERT,
                            person,
                            week,
                            cell,
                            touched);
                });
        give(person, week, given, touched);
        worked.recount(touched, this::sums);
    }

    private void put(String sql, PersonId person, Week week, HoursCell cell, Set<RealisationId> touched) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        var action = cell.post().action();
        var realisation = cell.post().realisation();
        parameters.put("id", Ids.next());
        parameters.put("person", person.value());
        parameters.put("monday", week.monday());
        parameters.put("day", cell.day());
        parameters.put("hours", cell.hours());
        parameters.put("action", action == null ? null : action.value());
        parameters.put("realisation", realisation == null ? null : realisation.value());
        db.sql(sql).params(parameters).update();
        if (realisation != null) {
            touched.add(realisation);
        }
    }

    private void give(PersonId person, Week week, Collection<LocalDate> given, Set<RealisationId> touched) {
        db.sql("""
                        UPDATE plan.time_entry SET volunteer = NOT volunteer
                        WHERE person = :person AND monday = :monday
                          AND volunteer <> (day = ANY (CAST(:given AS date[])))
                        RETURNING realisation
                        """)
                .param("person", person.value())
                .param("monday", week.monday())
                .param("given", given.stream().map(LocalDate::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .forEach(id -> id.map(RealisationId::new).ifPresent(touched::add));
    }

    private Map<RealisationId, WorkedHoursSum> sums(Collection<RealisationId> ids) {
        Map<RealisationId, WorkedHoursSum> sums = new LinkedHashMap<>();
        db.sql("""
                        SELECT realisation, sum(hours) FILTER (WHERE NOT volunteer), sum(hours) FILTER (WHERE volunteer)
                        FROM plan.time_entry WHERE realisation = ANY (:ids) GROUP BY realisation
                        """)
                .param("ids", ids.stream().map(RealisationId::value).toArray(UUID[]::new))
                .query((row, n) -> sums.put(
                        new RealisationId(Objects.requireNonNull(row.getObject(1, UUID.class))),
                        new WorkedHoursSum(row.getBigDecimal(2), row.getBigDecimal(3))))
                .list();
        return sums;
    }
}
