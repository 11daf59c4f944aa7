package org.convergence.plan.time.domain;

import java.math.BigDecimal;
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
import org.convergence.platform.database.EditConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves, returns and reopens submitted weeks of other people (R-TIME-4), never one's own. An approver named in the
 * contract is the only one, whatever their role; so a board member approves a coordinator's weeks.
 */
@Service
@Transactional
@Requires(TimePermissions.CHECK)
public class SheetApprovalService {

    private final WeekSheetRepository store;
    private final PeopleDirectory people;
    private final JdbcClient db;

    SheetApprovalService(WeekSheetRepository store, PeopleDirectory people, JdbcClient db) {
        this.store = store;
        this.people = people;
        this.db = db;
    }

    /**
     * A sheet in a list.
     *
     * @param mine whether it belongs to the current actor
     * @param decides whether the current actor may decide on it
     */
    public record ListedSheet(
            PersonId person,
            String name,
            Week week,
            SheetState state,
            BigDecimal hours,
            boolean mine,
            boolean decides) {

        private ListedSheet named(@Nullable PersonName known) {
            return known == null ? this : new ListedSheet(person, known.name(), week, state, hours, mine, decides);
        }
    }

    /** Approves a sheet at the version seen; it cannot change any further. */
    public void approve(PersonId person, Week week, int version) {
        WeekSheetRepository.SheetHeader held = held(person, week, SheetState.SUBMITTED);
        if (held.version() != version) {
            throw new EditConflict(WeekSheetRepository.TABLE, held.id(), version);
        }
        store.markDecided(held, SheetState.APPROVED, CurrentActor.get(), null);
    }

    /** Returns a submitted sheet with a comment. */
    public void returnForCorrection(PersonId person, Week week, String comment) {
        store.markDecided(held(person, week, SheetState.SUBMITTED), SheetState.RETURNED, CurrentActor.get(), comment);
    }

    /** Reopens an approved sheet with a reason; both stay in the history. */
    public void reopen(PersonId person, Week week, String reason) {
        store.markDecided(held(person, week, SheetState.APPROVED), SheetState.RETURNED, CurrentActor.get(), reason);
    }

    private WeekSheetRepository.SheetHeader held(PersonId person, Week week, SheetState needed) {
        WeekSheetRepository.SheetHeader held =
                store.find(person, week).isEmpty() ? WeekSheetRepository.SheetHeader.NONE : store.lock(person, week);
        WeekSheetPolicy.requireDecidable(
                person.value().equals(CurrentActor.get().personId()),
                store.mayDecide(person, week),
                held.state() == needed);
        return held;
    }

    /**
     * The sheets of the last weeks, waiting ones first: all with the permission to edit hours, else those on which the
     * actor may decide.
     */
    @Transactional(readOnly = true)
    public List<ListedSheet> findLatest(LocalDate today, int limit) {
        UUID me = CurrentActor.get().personId();
        List<ListedSheet> rows = db.sql("""
                        SELECT s.person, s.monday, s.state, %1$s AS decides,
                               coalesce((SELECT sum(e.hours) FROM plan.time_entry e
                                          WHERE e.person = s.person AND e.monday = s.monday), 0) AS hours
                        FROM (SELECT s.* FROM plan.time_sheet s
                              WHERE (s.state = 'SUBMITTED' OR s.monday >= :since) AND (:kept OR %1$s)
                              ORDER BY s.state = 'SUBMITTED' DESC, s.monday DESC, s.id LIMIT :limit) AS s
                        ORDER BY s.state = 'SUBMITTED' DESC, s.monday DESC, s.person
                        """.formatted(WeekSheetRepository.DECIDES))
                .param("me", me)
                .param("all", CurrentActor.get().may(TimePermissions.APPROVE))
                .param("kept", CurrentActor.get().may(TimePermissions.KEEP))
                .param("since", today.minusWeeks(8))
                .param("limit", limit)
                .query((row, n) -> new ListedSheet(
                        new PersonId(row.getObject("person", UUID.class)),
                        "–",
                        new Week(row.getObject("monday", LocalDate.class)),
                        SheetState.valueOf(row.getString("state")),
                        row.getBigDecimal("hours"),
                        row.getObject("person", UUID.class).equals(me),
                        row.getBoolean("decides")))
                .list();
        Map<PersonId, PersonName> names = people.personNames(
                rows.stream().map(ListedSheet::person).distinct().toList());
        return rows.stream().map(each -> each.named(names.get(each.person()))).toList();
    }

    /** The number of sheets that await the current actor's decision. */
    @Transactional(readOnly = true)
    public int countWaiting() {
        return db.sql("SELECT count(*) FROM plan.time_sheet s WHERE s.state = 'SUBMITTED' AND "
                        + WeekSheetRepository.DECIDES)
                .param("me", CurrentActor.get().personId())
                .param("all", CurrentActor.get().may(TimePermissions.APPROVE))
                .query(Integer.class)
                .single();
    }
}
