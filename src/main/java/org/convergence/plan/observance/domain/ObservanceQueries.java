package org.convergence.plan.observance.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
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

    /** How long after its day one can still say what became of it. */
    static final int DAYS_TO_ANSWER = 7;

    private static final int MOST = 200;

    /** How long before and after its day of last year something that was done is shown. */
    private static final int DAYS_AROUND = 30;

    private static final String DAYS = """
            SELECT o.id, o.version, o.name, o.known, o.month, o.day, o.weeks_ahead, o.note, o.line, o.responsible, o.ended_on,
                   d.date, y.state
            FROM plan.observance o
            CROSS JOIN LATERAL (SELECT CAST(extract(year FROM CAST(:from AS date)) AS integer) AS year) f
            CROSS JOIN LATERAL (SELECT CASE WHEN make_date(f.year, o.month, o.day) >= :from THEN make_date(f.year, o.month, o.day)
                                            ELSE make_date(f.year + 1, o.month, o.day) END AS date) d
            LEFT JOIN plan.observance_year y ON y.observance = o.id AND y.year = extract(year FROM d.date)
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
     * @param known the well-known day that it is, a name of {@link KnownDay}
     * @param note what to remember; may be empty
     * @param line the line of the plan that it serves
     * @param endedOn since when it no longer comes back
     * @param date when it comes next; for {@value #DAYS_TO_ANSWER} days, when it came
     * @param state what becomes of it on that date; {@code null} while that is open
     */
    public record Observance(
            ObservanceId id,
            int version,
            String name,
            @Nullable String known,
            int month,
            int day,
            int weeksAhead,
            String note,
            @Nullable ActionId line,
            @Nullable PersonId responsible,
            @Nullable LocalDate endedOn,
            LocalDate date,
            @Nullable ObservanceYearState state) {

        /** The day on which its preparation begins. */
        public LocalDate start() {
            return date.minusWeeks(weeksAhead);
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

    /** All days, those that no longer come back last. */
    public List<Observance> findAll() {
        return db.sql(DAYS + " ORDER BY o.ended_on IS NOT NULL, d.date, o.name LIMIT " + MOST)
                .param("from", from())
                .query(RecordMapper.of(Observance.class))
                .list();
    }

    /** @throws NotFound if there is no such day */
    public Observance findById(ObservanceId id) {
        return db.sql(DAYS + " WHERE o.id = :id")
                .param("from", from())
                .param("id", id.value())
                .query(RecordMapper.of(Observance.class))
                .optional()
                .orElseThrow(() -> new NotFound("observance"));
    }

    private LocalDate from() {
        return settings.today().minusDays(DAYS_TO_ANSWER);
    }

    /** What was done for its line of the plan around its day, a year earlier; nothing for a day without a line. */
    public List<LastYearFact> findLastYear(Observance it) {
        ActionId line = it.line();
        if (line == null) {
            return List.of();
        }
        LocalDate day = it.date().minusYears(1);
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
