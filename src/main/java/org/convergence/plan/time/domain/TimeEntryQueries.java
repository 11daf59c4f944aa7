package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Entries of hours, the latest first: all with the permission to edit them, else one's own. */
@Service
@Transactional(readOnly = true)
@Requires(TimePermissions.OWN)
public class TimeEntryQueries {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient db;
    private final PeopleDirectory people;
    private final ActionPlans plans;

    TimeEntryQueries(JdbcClient db, PeopleDirectory people, ActionPlans plans) {
        this.db = db;
        this.people = people;
        this.plans = plans;
    }

    /**
     * A filter of entries.
     *
     * @param person {@code null} for all visible ones
     */
    public record TimeEntryFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID person,
            @Nullable UUID action) {}

    /**
     * An entry.
     *
     * @param state of its sheet
     */
    public record ListedTimeEntry(
            UUID id,
            PersonId person,
            LocalDate day,
            BigDecimal hours,
            TimePost post,
            boolean volunteer,
            SheetState state) {

        /** The start of the page after it. */
        public String cursor() {
            return Keyset.of(day, id).encode();
        }
    }

    /** Names of people and lines in a page of the list. */
    public record TimeEntryNames(Map<PersonId, PersonName> people, Map<ActionId, PlanLine> lines) {}

    /** A page of the list. */
    public List<ListedTimeEntry> page(TimeEntryFilter filter, @Nullable String after, int limit) {
        Keyset place = Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.ID)
                .orElse(null);
        return db.sql("""
                        SELECT e.id, e.person, e.day, e.hours, e.action, e.realisation, e.volunteer, s.state
                        FROM plan.time_entry e JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday
                        WHERE (CAST(:person AS uuid) IS NULL OR e.person = CAST(:person AS uuid))
                          AND (CAST(:action AS uuid) IS NULL OR e.action = CAST(:action AS uuid))
                          AND (CAST(:from AS date) IS NULL OR e.day >= CAST(:from AS date))
                          AND (CAST(:to AS date) IS NULL OR e.day <= CAST(:to AS date))
                          AND (CAST(:last AS uuid) IS NULL OR (e.day, e.id) < (CAST(:day AS date), CAST(:last AS uuid)))
                        ORDER BY e.day DESC, e.id DESC LIMIT :limit
                        """)
                .param("person", seen(filter.person()))
                .param("action", filter.action())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("day", place == null ? null : place.values().get(0))
                .param("last", place == null ? null : place.values().get(1))
                .param("limit", limit)
                .query((row, n) -> listed(row))
                .list();
    }

    /** The person whose entries are visible; {@code null} for all, with the permission to edit hours. */
    private static @Nullable UUID seen(@Nullable UUID asked) {
        if (CurrentActor.get().may(TimePermissions.KEEP)) {
            return asked;
        }
        UUID me = CurrentActor.get().personId();
        return me == null || (asked != null && !asked.equals(me)) ? NOBODY : me;
    }

    /** The names in some entries, in two queries. */
    public TimeEntryNames names(List<ListedTimeEntry> entries) {
        List<ActionId> actions = entries.stream()
                .flatMap(each -> Stream.ofNullable(each.post().action()))
                .distinct()
                .toList();
        return new TimeEntryNames(
                people.personNames(
                        entries.stream().map(ListedTimeEntry::person).distinct().toList()),
                actions.isEmpty() ? Map.of() : plans.findLinesById(actions));
    }

    private static ListedTimeEntry listed(ResultSet row) throws SQLException {
        return new ListedTimeEntry(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("hours"),
                TimePost.of(row.getObject("action", UUID.class), row.getObject("realisation", UUID.class)),
                row.getBoolean("volunteer"),
                SheetState.valueOf(row.getString("state")));
    }
}
