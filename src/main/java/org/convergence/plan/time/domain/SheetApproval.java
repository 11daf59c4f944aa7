package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on the weeks that others handed in (R-TIME-4): never on one's own, so that a coordinator's is approved by another
 * named person who holds the role.
 */
@Service
@Transactional
@Requires(TimePermissions.APPROVE)
public class SheetApproval {

    private final SheetStore store;
    private final People people;
    private final JdbcClient db;

    SheetApproval(SheetStore store, People people, JdbcClient db) {
        this.store = store;
        this.people = people;
        this.db = db;
    }

    /**
     * A sheet in a list.
     *
     * @param mine whether it is that of whoever asks
     */
    public record Listed(PersonId person, String name, Week week, SheetState state, BigDecimal hours, boolean mine) {}

    /** Approves a sheet as it was seen: nothing in it changes any more. */
    public void approve(PersonId person, Week week, int version) {
        SheetStore.Sheet held = held(person, week, SheetState.SUBMITTED);
        if (held.version() != version) {
            throw new EditConflict(SheetStore.TABLE, held.id(), version);
        }
        store.decided(held, SheetState.APPROVED, CurrentActor.get(), null);
    }

    /** Gives a sheet back that was handed in, with what is to be looked at. */
    public void giveBack(PersonId person, Week week, String comment) {
        store.decided(held(person, week, SheetState.SUBMITTED), SheetState.RETURNED, CurrentActor.get(), comment);
    }

    /** Opens an approved sheet again, with the reason; both stay in the history. */
    public void reopen(PersonId person, Week week, String reason) {
        store.decided(held(person, week, SheetState.APPROVED), SheetState.RETURNED, CurrentActor.get(), reason);
    }

    private SheetStore.Sheet held(PersonId person, Week week, SheetState needed) {
        SheetStore.Sheet held = store.find(person, week).isEmpty() ? SheetStore.Sheet.NONE : store.hold(person, week);
        SheetPolicy.requireAnother(person.value().equals(CurrentActor.get().personId()), held.state() == needed);
        return held;
    }

    /** The sheets of the last weeks, those that wait first. */
    @Transactional(readOnly = true)
    public List<Listed> latest(LocalDate today, int limit) {
        UUID me = CurrentActor.get().personId();
        List<Listed> rows = db.sql("""
                        SELECT s.person, s.monday, s.state, coalesce(sum(e.hours), 0) AS hours
                        FROM (SELECT * FROM plan.time_sheet WHERE state = 'SUBMITTED' OR monday >= :since
                              ORDER BY state = 'SUBMITTED' DESC, monday DESC, id LIMIT :limit) AS s
                        LEFT JOIN plan.time_entry e ON e.person = s.person AND e.monday = s.monday
                        GROUP BY s.person, s.monday, s.state
                        ORDER BY s.state = 'SUBMITTED' DESC, s.monday DESC, s.person
                        """)
                .param("since", today.minusWeeks(8))
                .param("limit", limit)
                .query((row, n) -> new Listed(
                        new PersonId(row.getObject("person", UUID.class)),
                        "–",
                        new Week(row.getObject("monday", LocalDate.class)),
                        SheetState.valueOf(row.getString("state")),
                        row.getBigDecimal("hours"),
                        row.getObject("person", UUID.class).equals(me)))
                .list();
        Map<PersonId, PersonName> names =
                people.personNames(rows.stream().map(Listed::person).distinct().toList());
        return rows.stream()
                .map(each -> {
                    PersonName name = names.get(each.person());
                    return name == null
                            ? each
                            : new Listed(
                                    each.person(), name.name(), each.week(), each.state(), each.hours(), each.mine());
                })
                .toList();
    }

    /** How many wait for somebody else's eye. */
    @Transactional(readOnly = true)
    public int waiting() {
        return db.sql(
                        "SELECT count(*) FROM plan.time_sheet WHERE state = 'SUBMITTED' AND person IS DISTINCT FROM CAST(:me AS uuid)")
                .param("me", CurrentActor.get().personId())
                .query(Integer.class)
                .single();
    }
}
