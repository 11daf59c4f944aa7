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

/** The days on which nobody works: what the organisation says of them, with their source. */
@Service
@Transactional
@Requires(TimePermissions.KEEP)
public class WorkCalendar {

    private final JdbcClient db;

    WorkCalendar(JdbcClient db) {
        this.db = db;
    }

    /** A closure that is kept. */
    public record Kept(UUID id, Closure closure) {}

    /**
     * A holiday that may be kept.
     *
     * @param usual whether it is taken unless someone says otherwise: of Good Friday and Easter Monday, the first
     */
    public record Proposed(Closure closure, boolean usual) {}

    /** What touches a year, in order. */
    @Transactional(readOnly = true)
    @Requires(TimePermissions.READ)
    public List<Kept> of(int year) {
        return db.sql("""
                        SELECT id, kind, name, starts_on, ends_on, source FROM plan.time_closure
                        WHERE starts_on <= :to AND ends_on >= :from ORDER BY starts_on, id
                        """)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        new Closure(
                                Closure.Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("source"))))
                .list();
    }

    /** The public holidays of a year of which nothing is kept on their day yet. */
    @Transactional(readOnly = true)
    public List<Proposed> proposals(int year) {
        Set<LocalDate> known = of(year).stream()
                .flatMap(each ->
                        each.closure().from().datesUntil(each.closure().to().plusDays(1)))
                .collect(Collectors.toSet());
        LocalDate easterMonday = HolidayProposals.easter(year).plusDays(1);
        return HolidayProposals.of(year).stream()
                .filter(each -> !known.contains(each.from()))
                .map(each -> new Proposed(each, !each.from().equals(easterMonday)))
                .toList();
    }

    /** Keeps the proposed holidays of these days; those that are kept already stay alone. */
    public int take(int year, Collection<LocalDate> days) {
        List<Proposed> chosen = proposals(year).stream()
                .filter(each -> days.contains(each.closure().from()))
                .toList();
        chosen.forEach(each -> add(each.closure()));
        return chosen.size();
    }

    /** Says that nobody works on some days. */
    public UUID add(Closure closure) {
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

    /** Takes it back: one works on these days. */
    public void remove(UUID id) {
        db.sql("DELETE FROM plan.time_closure WHERE id = ?").param(id).update();
    }
}
