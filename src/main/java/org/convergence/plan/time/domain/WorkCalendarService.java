package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closing days of the organisation, with their source. */
@Service
@Transactional
@Requires(TimePermissions.KEEP)
public class WorkCalendarService {

    private final JdbcClient db;

    WorkCalendarService(JdbcClient db) {
        this.db = db;
    }

    /** A stored closure. */
    public record StoredClosure(UUID id, Closure closure) {}

    /**
     * A proposed holiday.
     *
     * @param usual whether it is ticked by default: of Good Friday and Easter Monday, the first
     */
    public record ProposedHoliday(Closure closure, boolean usual) {}

    /** The closures of a year, in order. */
    @Transactional(readOnly = true)
    @Requires(TimePermissions.READ)
    public List<StoredClosure> findByYear(int year) {
        return db.sql("""
                        SELECT id, kind, name, starts_on, ends_on, source FROM plan.time_closure
                        WHERE starts_on <= :to AND ends_on >= :from ORDER BY starts_on, id
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, n) -> new StoredClosure(
                        row.getObject("id", UUID.class),
                        new Closure(
                                Closure.ClosureKind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("source"))))
                .list();
    }

    /** The public holidays of a year without a stored closure on their day. */
    @Transactional(readOnly = true)
    public List<ProposedHoliday> proposeHolidays(int year) {
        Set<LocalDate> known = findByYear(year).stream()
                .flatMap(each ->
                        each.closure().from().datesUntil(each.closure().to().plusDays(1)))
                .collect(Collectors.toSet());
        LocalDate easterMonday = HolidayProposals.easter(year).plusDays(1);
        return HolidayProposals.forYear(year).stream()
                .filter(each -> !known.contains(each.from()))
                .map(each -> new ProposedHoliday(each, !each.from().equals(easterMonday)))
                .toList();
    }

    /** Adds the proposed holidays of these days; existing ones are skipped. Returns their number. */
    public int addHolidays(int year, Collection<LocalDate> days) {
        List<ProposedHoliday> chosen = proposeHolidays(year).stream()
                .filter(each -> days.contains(each.closure().from()))
                .toList();
        chosen.forEach(each -> create(each.closure()));
        return chosen.size();
    }

    /** Adds a closure. */
    public UUID create(Closure closure) {
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO plan.time_closure (id, kind, name, starts_on, ends_on, source)
                        VALUES (:id, :kind, :name, :from, :to, :source)
                        """)
                .param("id", id)
                .param("kind", closure.kind().name())
                .param("name", closure.name())
                .param("from", closure.from())
                .param("to", closure.to())
                .param("source", closure.source())
                .update();
        return id;
    }

    /** Deletes a closure. */
    public void delete(UUID id) {
        db.sql("DELETE FROM plan.time_closure WHERE id = ?").param(id).update();
    }
}
