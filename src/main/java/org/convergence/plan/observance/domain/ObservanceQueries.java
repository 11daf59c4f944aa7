package org.convergence.plan.observance.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /** How long before it is followed a deadline may have been missed and still be asked for. */
    public static final int DAYS_BEFORE = 42;

    private static final int MOST = 200;

    /** How long before and after its day of last year something that was done is shown. */
    private static final int DAYS_AROUND = 30;

    private static final String DAYS = """
            SELECT o.id, o.version, o.name, o.kind, o.known, o.month, o.day, o.moves, o.weeks_ahead, o.note, o.line,
                   o.responsible, o.ended_on, d.date, d.is_said, d.state,
                   (SELECT y.state FROM plan.observance_year y
                    WHERE y.observance = o.id AND o.kind = 'DEADLINE' AND y.state <> 'PASSED' AND y.year = extract(year FROM d.date) - 1) AS last_state
            FROM plan.observance o
            CROSS JOIN LATERAL (
                SELECT coalesce(y.date, make_date(n.year, o.month, o.day)) AS date, y.date IS NOT NULL AS is_said, y.state
                FROM generate_series(CAST(extract(year FROM CAST(:from AS date)) AS integer) - 1,
                                     CAST(extract(year FROM CAST(:from AS date)) AS integer) + 1) AS n(year)
                LEFT JOIN plan.observance_year y ON y.observance = o.id AND y.year = n.year
                WHERE coalesce(y.date, make_date(n.year, o.month, o.day))
                      >= CASE WHEN o.kind = 'DEADLINE' AND y.state IS NULL THEN least(o.since - %d, :from) ELSE :from END
                ORDER BY n.year LIMIT 1) d
            """.formatted(DAYS_BEFORE);

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
     * @param moves whether its date is another each year
     * @param note what to remember; may be empty
     * @param line the line of the plan that it serves
     * @param endedOn since when it no longer comes back
     * @param date when it comes next; for {@value #DAYS_TO_ANSWER} days, when it came
     * @param isSaid whether that date was typed for its year
     * @param state what becomes of it on that date; {@code null} while that is open
     * @param lastState what became of a deadline the year before; {@code null} if nothing was said, and for a day
     */
    public record Observance(
            ObservanceId id,
            int version,
            String name,
            ObservanceKind kind,
            @Nullable String known,
            int month,
            int day,
            boolean moves,
            int weeksAhead,
            String note,
            @Nullable ActionId line,
            @Nullable PersonId responsible,
            @Nullable LocalDate endedOn,
            LocalDate date,
            boolean isSaid,
            @Nullable ObservanceYearState state,
            @Nullable ObservanceYearState lastState) {

        /** Whether its date of the year is only that of the last time. */
        public boolean isToConfirm() {
            return moves && !isSaid;
        }

        /** Whether its date is over and nothing was said about it; an approximate date is not. */
        public boolean isMissed(LocalDate today) {
            return state == null && endedOn == null && !isToConfirm() && date.isBefore(today);
        }

        /** Whether nothing is asked about its date yet. */
        public boolean isAhead(LocalDate today) {
            return state == null && start().isAfter(today);
        }

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

    /** A paper or a photograph of something that was done; attendance sheets are left out. */
    public record LastYearFile(RealisationId realisation, UUID document, String name) {}

    /** How it is done, with the beginning of the text in Markdown. */
    public record LineHowTo(UUID howto, String title, String beginning) {}

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
        LocalDate day = dateOf(it, it.date().getYear() - 1);
        return db.sql("""
                        SELECT r.id, r.title, r.starts_on,
                               nullif(coalesce(r.staff_hours, 0) + coalesce(r.volunteer_hours, 0), 0) AS hours
                        FROM plan.realisation_summary r
                        WHERE r.state = 'DONE' AND r.starts_on BETWEEN :from AND :to
                          AND EXISTS (SELECT FROM plan.realisation_line l WHERE l.realisation = r.id
                                       AND l.action IN (SELECT CAST(:line AS uuid)
                                                        UNION SELECT continues FROM plan.actionplan_continued WHERE line = :line
                                                        UNION SELECT line FROM plan.actionplan_continued WHERE continues = :line))
                        ORDER BY r.starts_on, r.id LIMIT 20
                        """)
                .param("from", day.minusDays(DAYS_AROUND))
                .param("to", day.plusDays(DAYS_AROUND))
                .param("line", line.value())
                .query(RecordMapper.of(LastYearFact.class))
                .list();
    }

    private LocalDate dateOf(Observance it, int year) {
        return db.sql("SELECT date FROM plan.observance_year WHERE observance = ? AND year = ? AND date IS NOT NULL")
                .params(it.id().value(), year)
                .query(LocalDate.class)
                .optional()
                .orElseGet(() -> LocalDate.of(year, it.month(), it.day()));
    }

    /** The files of what was done. */
    public List<LastYearFile> findFiles(Collection<LastYearFact> facts) {
        return db.sql("""
                        SELECT p.realisation, p.document, d.name FROM plan.realisation_paper p
                        JOIN platform.document_file d ON d.id = p.document
                        WHERE p.realisation = ANY (?) AND p.kind <> 'ATTENDANCE' ORDER BY d.name, d.id LIMIT 60
                        """)
                .param(facts.stream().map(each -> each.id().value()).toArray(UUID[]::new))
                .query(RecordMapper.of(LastYearFile.class))
                .list();
    }

    /** How its line of the plan is done, by title. */
    public List<LineHowTo> findHowTos(Observance it) {
        ActionId line = it.line();
        return line == null
                ? List.of()
                : db.sql(
                                "SELECT howto, title, beginning FROM plan.howto_of_action WHERE action = ? ORDER BY title, howto LIMIT 5")
                        .param(line.value())
                        .query(RecordMapper.of(LineHowTo.class))
                        .list();
    }
}
