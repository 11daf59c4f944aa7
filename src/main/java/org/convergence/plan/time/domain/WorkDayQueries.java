package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.WorkDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contracts, closures and leave of a period: three queries, however many there are. */
@Component
record WorkDayQueries(JdbcClient db) implements WorkDays {

    /**
     * The data of a period.
     *
     * @param contracts by their ids
     * @param closed the closing days, with their names
     */
    record WorkDayData(Map<UUID, ContractTerms> contracts, Map<LocalDate, String> closed, List<Leave> leaves) {

        /** Hours of the whole team. */
        WorkingHours totalHours(LocalDate from, LocalDate to) {
            return contracts.values().stream()
                    .map(ContractTerms::person)
                    .distinct()
                    .map(person -> hoursOf(person, from, to))
                    .reduce(WorkingHours.NONE, WorkingHours::plus);
        }

        /** Hours of one person. */
        WorkingHours hoursOf(PersonId person, LocalDate from, LocalDate to) {
            return AvailabilityPolicy.of(
                    contractsOf(person).toList(),
                    closed::containsKey,
                    leaves.stream()
                            .filter(leave -> leave.person().equals(person))
                            .toList(),
                    from,
                    to);
        }

        Stream<ContractTerms> contractsOf(PersonId person) {
            return contracts.values().stream().filter(each -> each.person().equals(person));
        }
    }

    /** The data of the whole team. */
    WorkDayData findAll(LocalDate from, LocalDate to) {
        return findAll(null, from, to);
    }

    /** The data of one person. */
    WorkDayData findByPerson(PersonId person, LocalDate from, LocalDate to) {
        return findAll(person.value(), from, to);
    }

    private WorkDayData findAll(@Nullable UUID person, LocalDate from, LocalDate to) {
        Map<UUID, ContractTerms> contracts = new TreeMap<>();
        db.sql("""
                        SELECT * FROM plan.time_contract
                        WHERE starts_on <= :to AND (ends_on IS NULL OR ends_on >= :from)
                          AND (CAST(:person AS uuid) IS NULL OR person = CAST(:person AS uuid))
                        """)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> contracts.put(row.getObject("id", UUID.class), contract(row)))
                .list();
        Map<LocalDate, String> closed = closedDays(from, to);
        List<Leave> leaves = db.sql("""
                        SELECT person, starts_on, ends_on, hours FROM plan.time_leave
                        WHERE starts_on <= :to AND ends_on >= :from
                          AND (CAST(:person AS uuid) IS NULL OR person = CAST(:person AS uuid))
                        """)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> leave(row))
                .list();
        return new WorkDayData(contracts, closed, leaves);
    }

    @Override
    public Set<LocalDate> findClosed(LocalDate from, LocalDate to) {
        return closedDays(from, to).keySet();
    }

    private Map<LocalDate, String> closedDays(LocalDate from, LocalDate to) {
        Map<LocalDate, String> closed = new TreeMap<>();
        db.sql("SELECT name, starts_on, ends_on FROM plan.time_closure WHERE starts_on <= :to AND ends_on >= :from")
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    String name = row.getString("name");
                    row.getObject("starts_on", LocalDate.class)
                            .datesUntil(
                                    row.getObject("ends_on", LocalDate.class).plusDays(1))
                            .forEach(day -> closed.putIfAbsent(day, name));
                });
        return closed;
    }

    static ContractTerms contract(ResultSet row) throws SQLException {
        return new ContractTerms(
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                ContractSource.valueOf(row.getString("source")),
                new WorkingWeek(
                        hours(row, "monday"),
                        hours(row, "tuesday"),
                        hours(row, "wednesday"),
                        hours(row, "thursday"),
                        hours(row, "friday"),
                        hours(row, "saturday"),
                        hours(row, "sunday")),
                row.getInt("office_share"),
                row.getBoolean("beside"),
                row.getObject("approver", UUID.class) == null
                        ? null
                        : new PersonId(row.getObject("approver", UUID.class)));
    }

    static Leave leave(ResultSet row) throws SQLException {
        return new Leave(
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("hours"));
    }

    private static BigDecimal hours(ResultSet row, String day) throws SQLException {
        return row.getBigDecimal(day);
    }
}
