package org.convergence.plan.calendar.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.realisation.RealisationGuesser;
import org.convergence.plan.realisation.RealisationGuesser.RealisationGuess;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Past entries of the user's calendars that wait for an answer, the latest first. An answered entry is not asked again,
 * except a postponed one, once its calendar gives a later day that is past, or the given day has come.
 */
@Service
@Transactional(readOnly = true)
@Requires(CalendarPermissions.OWN)
public class WaitingEntryQueries {

    /** The day on which an entry is asked about: the given new day, unless its calendar has a later one. */
    static final String DAY = "CASE WHEN a.again_on IS NOT NULL AND e.day <= a.day THEN a.again_on ELSE e.day END";

    /**
     * Columns of entries {@code e} with their answers {@code a}. If a colleague recorded the same entry, or a
     * realisation of the same days has a similar title, that realisation is shown to avoid a duplicate.
     */
    static final String COLUMNS = """
            SELECT e.id, e.key, e.series, e.title, e.place, e.starts_at, e.ends_at, e.all_day, e.recurs, e.seen_at,
                   %s AS day,
                   CASE WHEN a.again_on IS NOT NULL AND e.day <= a.day THEN a.again_on ELSE e.last_day END AS last_day,
                   coalesce(
                       a.realisation,
                       (SELECT o.realisation FROM plan.calendar_answer o
                        JOIN plan.realisation_summary r ON r.id = o.realisation AND r.state <> 'WITHDRAWN'
                        WHERE o.key = e.key AND o.owner <> e.owner AND o.realisation IS NOT NULL
                        ORDER BY o.at LIMIT 1),
                       (SELECT r.id FROM plan.realisation_summary r
                        WHERE r.ends_on BETWEEN e.day AND e.last_day AND r.state = 'DONE'
                          AND similarity(r.search_form, platform.fold(e.title)) > 0.6
                        ORDER BY similarity(r.search_form, platform.fold(e.title)) DESC, r.id LIMIT 1)) AS said
            """.formatted(DAY);

    private static final String PAST = """
            FROM plan.calendar_entry e
            LEFT JOIN plan.calendar_answer a ON a.owner = e.owner AND a.key = e.key
            WHERE e.owner = :me AND e.ends_at <= :now
            """;

    private static final String SERIES_COUNTS = """
             AND NOT EXISTS (SELECT FROM plan.calendar_answer n
                             WHERE n.owner = e.owner AND n.key = e.series AND n.answer = 'NEVER')
            """;

    static final String WAITING = PAST + """
              AND (a.key IS NULL OR (a.answer = 'POSTPONED' AND (e.day > a.day OR a.again_on <= :today)))
            """ + SERIES_COUNTS;

    private static final RecordMapper<AnsweredEntry> ANSWERED = RecordMapper.of(AnsweredEntry.class);

    private final JdbcClient db;
    private final RealisationGuesser guesses;
    private final OrganisationSettings settings;
    private final Clock clock;

    WaitingEntryQueries(JdbcClient db, RealisationGuesser guesses, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.guesses = guesses;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An entry with its owner's answer.
     *
     * @param againOn the new day of a postponed entry, if one was given
     * @param realisation the recorded realisation; {@code null} for none
     */
    public record AnsweredEntry(
            UUID entry,
            String title,
            LocalDate day,
            Verdict answer,
            @Nullable LocalDate againOn,
            @Nullable RealisationId realisation) {}

    /** The waiting entries after a position of the list. */
    public List<WaitingEntry> findWaiting(@Nullable String after, int limit) {
        List<String> place = Keyset.decode(
                        Objects.requireNonNullElse(after, ""), KeysetValueType.INSTANT, KeysetValueType.ID)
                .map(Keyset::values)
                .orElse(List.of());
        return withGuesses(waitingQuery("""
                        AND (:first OR (e.ends_at, e.id) < (:at::timestamptz, :id::uuid))
                        ORDER BY e.ends_at DESC, e.id DESC LIMIT :limit
                        """)
                .param("first", place.isEmpty())
                .param("at", place.isEmpty() ? null : place.get(0))
                .param("id", place.isEmpty() ? null : place.get(1))
                .param("limit", limit)
                .query(WaitingEntryQueries::findWaiting)
                .list());
    }

    /** The entries within the days that took place as far as is known: waiting, or recorded as done. */
    List<WaitingEntry> findPastEvents(LocalDate from, LocalDate to) {
        return withGuesses(db.sql(COLUMNS + PAST + " AND (a.realisation IS NOT NULL OR (a.key IS NULL" + SERIES_COUNTS
                        + ")) AND e.day BETWEEN :from AND :to ORDER BY e.starts_at, e.id LIMIT 200")
                .param("me", CalendarConnectionService.currentAccount())
                .param("now", SqlTime.now(clock))
                .param("from", from)
                .param("to", to)
                .query(WaitingEntryQueries::findWaiting)
                .list());
    }

    /** One waiting entry; empty if there is none, or it was answered. */
    public Optional<WaitingEntry> findById(UUID id) {
        return withGuesses(waitingQuery("AND e.id = :id")
                        .param("id", id)
                        .query(WaitingEntryQueries::findWaiting)
                        .list())
                .stream()
                .findFirst();
    }

    /** The number of waiting entries. */
    public int count() {
        return bound(db.sql("SELECT count(*) " + WAITING)).query(Integer.class).single();
    }

    /** The latest answers about stored entries, the latest first. */
    public List<AnsweredEntry> findAnswered(int limit) {
        return db.sql("""
                        SELECT e.id AS entry, e.title, e.day, a.answer, a.again_on, a.realisation
                        FROM plan.calendar_answer a JOIN plan.calendar_entry e ON e.owner = a.owner AND e.key = a.key
                        WHERE a.owner = :me ORDER BY a.at DESC, e.ends_at DESC, e.id DESC LIMIT :limit
                        """)
                .param("me", CalendarConnectionService.currentAccount())
                .param("limit", limit)
                .query(ANSWERED)
                .list();
    }

    /** The series that the user dismissed for good, as far as they have stored entries. */
    public List<AnsweredEntry> findDismissedSeries() {
        return db.sql("""
                        SELECT DISTINCT ON (a.key) e.id AS entry, e.title, e.day, a.answer,
                               CAST(NULL AS date) AS again_on, CAST(NULL AS uuid) AS realisation
                        FROM plan.calendar_answer a JOIN plan.calendar_entry e ON e.owner = a.owner AND e.series = a.key
                        WHERE a.owner = :me AND a.answer = 'NEVER' ORDER BY a.key, e.ends_at DESC LIMIT 200
                        """)
                .param("me", CalendarConnectionService.currentAccount())
                .query(ANSWERED)
                .list();
    }

    private JdbcClient.StatementSpec waitingQuery(String more) {
        return bound(db.sql(COLUMNS + WAITING + more));
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
        return statement
                .param("me", CalendarConnectionService.currentAccount())
                .param("now", SqlTime.now(clock))
                .param("today", settings.today());
    }

    private List<WaitingEntry> withGuesses(List<WaitingEntry> found) {
        Map<String, RealisationGuess> said =
                guesses.guess(found.stream().map(WaitingEntry::title).toList());
        return found.stream()
                .map(each -> each.withGuess(said.getOrDefault(each.title(), RealisationGuess.NOTHING)))
                .toList();
    }

    static WaitingEntry findWaiting(ResultSet row, int n) throws SQLException {
        Instant from = Objects.requireNonNull(CalendarSourceRepository.instant(row, "starts_at"));
        Instant to = Objects.requireNonNull(CalendarSourceRepository.instant(row, "ends_at"));
        UUID said = row.getObject("said", UUID.class);
        return new WaitingEntry(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("place"),
                row.getObject("day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                to,
                Objects.requireNonNull(CalendarSourceRepository.instant(row, "seen_at")),
                CalendarPolicy.hoursBetween(from, to, row.getBoolean("all_day")),
                row.getBoolean("recurs"),
                RealisationGuess.NOTHING,
                said == null ? null : new RealisationId(said));
    }
}
