package org.convergence.plan.observance.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the days that return each year, and what was done around them. */
@Service
@Transactional(readOnly = true)
@Requires(ObservancePermissions.READ)
public class ObservanceQueries {

    private static final int MOST = 200;

    /** How long before and after its day of last year something that was done is shown. */
    private static final int DAYS_AROUND = 30;

    private static final String DAYS = """
            SELECT o.id, o.version, o.name, o.month, o.day, o.weeks_ahead, o.note, o.line, o.responsible, o.ended_on, y.state
            FROM plan.observance o LEFT JOIN plan.observance_year y ON y.observance = o.id
                AND y.year = extract(year FROM CAST(:today AS date))
                             + CASE WHEN make_date(CAST(extract(year FROM CAST(:today AS date)) AS integer), o.month, o.day)
                                         < :today THEN 1 ELSE 0 END
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ObservanceQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * A day that returns each year.
     *
     * @param note what to remember; may be empty
     * @param line the line of the plan that it serves
     * @param endedOn since when it no longer comes back
     * @param state what becomes of it the next time; {@code null} while that is open
     */
    public record Observance(
            ObservanceId id,
            int version,
            String name,
            int month,
            int day,
            int weeksAhead,
            String note,
            @Nullable ActionId line,
            @Nullable PersonId responsible,
            @Nullable LocalDate endedOn,
            @Nullable ObservanceYearState state) {

        /** When it comes next: today, or later. */
        public LocalDate next(LocalDate today) {
            LocalDate thisYear = MonthDay.of(month, day).atYear(today.getYear());
            return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
        }

        /** The day on which its preparation begins. */
        public LocalDate start(LocalDate today) {
            return next(today).minusWeeks(weeksAhead);
        }
    }

    /**
     * Something that was done around the day last year.
     *
     * @param hours of staff and volunteers, as estimated; {@code null} if unknown
     */
    public record LastYearFact(
            RealisationId id,
            String title,
            LocalDate startsOn,
            @Nullable BigDecimal hours) {}

    /** The days that come back. */
    public List<Observance> findAll() {
        return db.sql(DAYS + " WHERE o.ended_on IS NULL ORDER BY o.month, o.day, o.id LIMIT " + MOST)
                .param("today", settings.today())
                .query(RecordMapper.of(Observance.class))
                .list();
    }

    /** @throws NotFound if there is no such day */
    public Observance findById(ObservanceId id) {
        return db.sql(DAYS + " WHERE o.id = :id")
                .param("today", settings.today())
                .param("id", id.value())
                .query(RecordMapper.of(Observance.class))
                .optional()
                .orElseThrow(() -> new NotFound("observance"));
    }

    /** What was done for its line of the plan around its day a year before the next; nothing for a day without a line. */
    public List<LastYearFact> findLastYear(Observance it) {
        ActionId line = it.line();
        if (line == null) {
            return List.of();
        }
        LocalDate day = it.next(settings.today()).minusYears(1);
        return db.sql("""
                        SELECT r.id, r.title, r.starts_on,
                               nullif(coalesce(r.staff_hours, 0) + coalesce(r.volunteer_hours, 0), 0) AS hours
                        FROM plan.realisation_summary r
                        WHERE r.state = 'DONE' AND r.starts_on BETWEEN :from AND :to
                          AND EXISTS (SELECT FROM plan.realisation_line l WHERE l.realisation = r.id AND l.action = :line)
                        ORDER BY r.starts_on, r.id LIMIT 20
                        """)
                .param("from", day.minusDays(DAYS_AROUND))
                .param("to", day.plusDays(DAYS_AROUND))
                .param("line", line.value())
                .query(RecordMapper.of(LastYearFact.class))
                .list();
    }
}
