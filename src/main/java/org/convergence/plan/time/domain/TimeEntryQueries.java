package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
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

    private final PeopleDirectory people;
    private final ActionPlans plans;
    private final ListQuery<TimeEntryFilter, ListedTimeEntry> entries;

    TimeEntryQueries(JdbcClient db, PeopleDirectory people, ActionPlans plans) {
        this.people = people;
        this.plans = plans;
        this.entries = new ListQuery<>(
                db,
                "e.id, e.person, e.day, e.hours, e.action, e.realisation, e.volunteer, s.state",
                "plan.time_entry e JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday",
                TimeEntryQueries::conditions,
                List.of(ListOrder.<ListedTimeEntry>descending("latest")
                        .day("e.day", ListedTimeEntry::day)
                        .id("e.id", entry -> entry::id)),
                (row, number) -> listed(row));
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
            SheetState state) {}

    /**
     * An entry with its names, for a file.
     *
     * @param line null if it serves no line of a plan
     */
    public record NamedTimeEntry(
            ListedTimeEntry entry, String person, @Nullable PlanLine line) {}

    private static SqlConditions conditions(TimeEntryFilter filter) {
        return new SqlConditions()
                .and("e.person = :person", "person", visiblePerson(filter.person()))
                .and("e.action = :action", "action", filter.action())
                .and("e.day >= :from", "from", filter.from())
                .and("e.day <= :to", "to", filter.to());
    }

    /** A slice of the list. */
    public ListSlice<ListedTimeEntry> findSlice(ListRequest<TimeEntryFilter> request) {
        return entries.findSlice(request);
    }

    /** Every visible entry of a filter, read some hundreds at a time; each name is looked up once. */
    public Iterator<NamedTimeEntry> iterateAll(TimeEntryFilter filter) {
        Map<PersonId, String> names = new HashMap<>();
        Map<ActionId, Optional<PlanLine>> lines = new HashMap<>();
        Iterator<ListedTimeEntry> found = entries.iterateAll(filter, "");
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return found.hasNext();
            }

            @Override
            public NamedTimeEntry next() {
                ListedTimeEntry entry = found.next();
                ActionId action = entry.post().action();
                return new NamedTimeEntry(
                        entry,
                        names.computeIfAbsent(entry.person(), id -> name(id)),
                        action == null
                                ? null
                                : lines.computeIfAbsent(action, id -> line(id)).orElse(null));
            }
        };
    }

    private String name(PersonId id) {
        PersonName name = people.personNames(List.of(id)).get(id);
        return name == null ? "" : name.name();
    }

    private Optional<PlanLine> line(ActionId id) {
        return Optional.ofNullable(plans.findLinesById(List.of(id)).get(id));
    }

    /** The person whose entries are visible; {@code null} for all, with the permission to edit hours. */
    private static @Nullable UUID visiblePerson(@Nullable UUID asked) {
        if (CurrentActor.get().may(TimePermissions.KEEP)) {
            return asked;
        }
        UUID me = CurrentActor.get().personId();
        return me == null || (asked != null && !asked.equals(me)) ? NOBODY : me;
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
