package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, deletes and lists leave. The reason is never asked. */
@Service
@Transactional
@Requires(TimePermissions.KEEP)
public class LeaveService {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final PeopleDirectory people;

    LeaveService(JdbcClient db, PeopleDirectory people) {
        this.db = db;
        this.people = people;
    }

    /** Leave of a person. */
    public record ListedLeave(UUID id, String person, Leave leave) {}

    /** Adds leave. */
    public UUID create(Leave leave) {
        if (people.personNames(List.of(leave.person())).isEmpty()) {
            throw new NotFound("person");
        }
        UUID id = Ids.next();
        db.sql(
                        "INSERT INTO plan.time_leave (id, person, starts_on, ends_on, hours) VALUES (:id, :person, :from, :to, :hours)")
                .param("id", id)
                .param("person", leave.person().value())
                .param("from", leave.from())
                .param("to", leave.to())
                .param("hours", leave.hours())
                .update();
        return id;
    }

    /** Deletes leave. */
    public void delete(UUID id) {
        db.sql("DELETE FROM plan.time_leave WHERE id = ?").param(id).update();
    }

    /** All leave that ends on a day or later, in order of time. */
    @Transactional(readOnly = true)
    public List<ListedLeave> findEndingFrom(LocalDate day) {
        List<Map.Entry<UUID, Leave>> rows = db.sql(
                        "SELECT * FROM plan.time_leave WHERE ends_on >= :day ORDER BY starts_on, id LIMIT :most")
                .param("day", day)
                .param("most", MOST)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), WorkDayQueries.leave(row)))
                .list();
        Map<PersonId, PersonName> names = people.personNames(
                rows.stream().map(row -> row.getValue().person()).distinct().toList());
        return rows.stream()
                .map(row -> {
                    PersonName name = names.get(row.getValue().person());
                    return new ListedLeave(row.getKey(), name == null ? "–" : name.name(), row.getValue());
                })
                .toList();
    }

    /** Leave of the current actor that ends on a day or later. */
    @Transactional(readOnly = true)
    @Requires(TimePermissions.OWN)
    public List<Leave> findOwnEndingFrom(LocalDate day) {
        UUID me = CurrentActor.get().personId();
        return me == null
                ? List.of()
                : db.sql("SELECT * FROM plan.time_leave WHERE person = ? AND ends_on >= ? ORDER BY starts_on")
                        .params(me, day)
                        .query((row, n) -> WorkDayQueries.leave(row))
                        .list();
    }
}
