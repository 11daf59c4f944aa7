package org.convergence.plan.observance.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.plan.observance.domain.ObservanceQueries.Observance;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters days that return each year, and what becomes of each. */
@Service
@Transactional
@Requires(ObservancePermissions.FOLLOW)
public class ObservanceService {

    static final String TABLE = "plan.observance";

    private final JdbcClient db;
    private final ObservanceQueries queries;
    private final OrganisationSettings settings;

    ObservanceService(JdbcClient db, ObservanceQueries queries, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.settings = settings;
    }

    /**
     * A day.
     *
     * @param name 1 to 200 characters
     * @param date not February 29
     * @param moves whether the date is another each year, and this one that of the last time
     * @param weeksAhead how long before it comes back, 2 to 26
     * @param note at most 4,000 characters; may be empty
     */
    public record ObservanceFacts(
            String name,
            ObservanceKind kind,
            MonthDay date,
            boolean moves,
            int weeksAhead,
            String note,
            @Nullable ActionId line,
            @Nullable PersonId responsible) {}

    /**
     * @param id {@code null} for a new day
     * @throws Refused if another day has the name
     */
    @Transactional(label = "observance.save")
    public ObservanceId save(@Nullable ObservanceId id, int version, ObservanceFacts facts) {
        boolean known = db.sql("SELECT EXISTS (SELECT FROM plan.observance WHERE name = :name AND id <> :id)")
                .param("name", facts.name())
                .param("id", id == null ? Ids.next() : id.value())
                .query(Boolean.class)
                .single();
        if (known) {
            throw new Refused("observance.refused.known");
        }
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "date");
        values.put("month", facts.date().getMonthValue());
        values.put("day", facts.date().getDayOfMonth());
        if (id == null) {
            values.put("since", settings.today());
        } else if (!isOn(queries.findById(id), facts.date())) {
            // What was said about the old date is not true of the new one.
            db.sql("DELETE FROM plan.observance_year WHERE observance = ? AND year >= ?")
                    .params(id.value(), settings.today().getYear())
                    .update();
        }
        return new ObservanceId(VersionedRow.save(db, TABLE, id, version, values));
    }

    private static boolean isOn(Observance it, MonthDay date) {
        return it.month() == date.getMonthValue() && it.day() == date.getDayOfMonth();
    }

    /**
     * Says what becomes of the day in a year, or, with {@code null}, takes that back.
     *
     * @param year the year of the date that the user saw
     */
    @Transactional(label = "observance.answer")
    public void answer(ObservanceId id, int year, @Nullable ObservanceYearState state) {
        queries.findById(id);
        note(id, year, "state", state == null ? null : state.name());
    }

    /**
     * Says on which date the day comes in a year, or, with {@code null}, takes that back.
     *
     * @throws Refused if the date is of another year
     */
    @Transactional(label = "observance.date")
    public void setDate(ObservanceId id, int year, @Nullable LocalDate date) {
        queries.findById(id);
        if (date != null && date.getYear() != year) {
            throw new Refused("observance.refused.year", String.valueOf(year));
        }
        note(id, year, "date", date);
    }

    /** Changes one column of a year; a year of which nothing is said has no row. */
    private void note(ObservanceId id, int year, String column, @Nullable Object value) {
        int changed = db.sql(
                        "UPDATE plan.observance_year SET %1$s = :value, version = version + 1 WHERE observance = :id AND year = :year"
                                        .formatted(column)
                                + (value == null
                                        ? " AND " + (column.equals("date") ? "state" : "date") + " IS NOT NULL"
                                        : ""))
                .param("value", value, value instanceof LocalDate || column.equals("date") ? Types.DATE : Types.VARCHAR)
                .param("id", id.value())
                .param("year", year)
                .update();
        if (changed > 0) {
            return;
        }
        if (value == null) {
            db.sql("DELETE FROM plan.observance_year WHERE observance = ? AND year = ?")
                    .params(id.value(), year)
                    .update();
        } else {
            db.sql("INSERT INTO plan.observance_year (id, observance, year, %s) VALUES (?, ?, ?, ?)".formatted(column))
                    .params(Ids.next(), id.value(), year, value)
                    .update();
        }
    }

    /** Follows a well-known day; one that was followed before comes back with what was noted about it. */
    @Transactional(label = "observance.save")
    public ObservanceId follow(KnownDay day, String name, String note, int weeksAhead, @Nullable PersonId responsible) {
        return db.sql("SELECT id FROM plan.observance WHERE known = ?")
                .param(day.name())
                .query(UUID.class)
                .optional()
                .map(ObservanceId::new)
                .map(id -> {
                    end(id, false);
                    return id;
                })
                .orElseGet(() -> {
                    ObservanceId id = save(
                            null,
                            0,
                            new ObservanceFacts(
                                    name, day.kind(), day.date(), day.moves(), weeksAhead, note, null, responsible));
                    db.sql("UPDATE plan.observance SET known = ? WHERE id = ?")
                            .params(day.name(), id.value())
                            .update();
                    return id;
                });
    }

    /** Lets a day come back no longer, or again from today on; what was noted about it stays. */
    @Transactional(label = "observance.end")
    public void end(ObservanceId id, boolean ended) {
        Observance it = queries.findById(id);
        if (ended != (it.endedOn() != null)) {
            db.sql(
                            ended
                                    ? "UPDATE plan.observance SET ended_on = ?, version = version + 1 WHERE id = ?"
                                    : "UPDATE plan.observance SET ended_on = NULL, since = ?, version = version + 1 WHERE id = ?")
                    .params(settings.today(), id.value())
                    .update();
        }
    }
}
