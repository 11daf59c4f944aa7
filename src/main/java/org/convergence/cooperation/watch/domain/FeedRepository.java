package org.convergence.cooperation.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchFeedId;
import org.convergence.cooperation.watch.domain.WatchPolicy.EntryCandidate;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Persistence of feeds and their entries. */
@Repository
class FeedRepository {

    static final int GONE_DAYS = 90;

    static final String TABLE = "cooperation.watch_feed";
    static final String ENTRY_TABLE = "cooperation.watch_entry";

    private static final RecordMapper<WatchFeed> FEEDS = RecordMapper.of(WatchFeed.class);
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient db;

    FeedRepository(JdbcClient db) {
        this.db = db;
    }

    /** The feeds about a country; of all countries for {@code null}. */
    List<WatchFeed> findAll(@Nullable String country) {
        return db.sql("""
                        SELECT * FROM cooperation.watch_feed WHERE country = :country OR :country::text IS NULL
                        ORDER BY country, title, id LIMIT 500
                        """).param("country", country).query(FEEDS).list();
    }

    WatchFeed findById(WatchFeedId id) {
        return db.sql("SELECT * FROM cooperation.watch_feed WHERE id = ?")
                .param(id.value())
                .query(FEEDS)
                .optional()
                .orElseThrow(() -> new NotFound("feed"));
    }

    WatchFeedId insert(String country, String title, String url, boolean isOn, LocalDate today, Instant next) {
        WatchFeedId id = new WatchFeedId(Ids.next());
        db.sql("""
                        INSERT INTO cooperation.watch_feed (id, country, title, url, is_on, added_on, next_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), country, title, url, isOn, today, SqlTime.at(next))
                .update();
        return id;
    }

    void setOn(WatchFeedId id, boolean on, Instant next) {
        db.sql("UPDATE cooperation.watch_feed SET is_on = ?, next_at = ?, version = version + 1 WHERE id = ?")
                .params(on, SqlTime.at(next), id.value())
                .update();
    }

    void delete(WatchFeedId id) {
        db.sql("DELETE FROM cooperation.watch_feed WHERE id = ?")
                .param(id.value())
                .update();
    }

    int countDue(Instant now) {
        return db.sql("SELECT count(*) FROM cooperation.watch_feed WHERE is_on AND next_at <= ?")
                .param(SqlTime.at(now))
                .query(Integer.class)
                .single();
    }

    /** Claims a feed that is due: another node leaves it alone until {@code until}. */
    @Transactional
    Optional<WatchFeed> claimDue(Instant now, Instant until) {
        return db.sql("""
                        UPDATE cooperation.watch_feed SET next_at = ? WHERE id = (
                            SELECT id FROM cooperation.watch_feed WHERE is_on AND next_at <= ?
                            ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .params(SqlTime.at(until), SqlTime.at(now))
                .query(FEEDS)
                .optional();
    }

    void markFailed(WatchFeed feed, String problem, Instant now) {
        db.sql("""
                        UPDATE cooperation.watch_feed SET failures = failures + 1, problem = ?,
                               failing_since = coalesce(failing_since, ?), next_at = ? WHERE id = ?
                        """)
                .params(
                        problem,
                        SqlTime.at(now),
                        SqlTime.at(WatchPolicy.nextReading(now, feed.failures() + 1)),
                        feed.id().value())
                .update();
    }

    void markRead(WatchFeedId id, FetchResponse<?> fetched, boolean fresh, Instant now) {
        db.sql("""
                        UPDATE cooperation.watch_feed SET failures = 0, problem = NULL, failing_since = NULL, read_at = :now,
                               fresh_at = CASE WHEN :fresh THEN :now ELSE fresh_at END, next_at = :next, etag = :etag,
                               last_modified = :modified
                        WHERE id = :id
                        """)
                .param("now", SqlTime.at(now))
                .param("fresh", fresh)
                .param("next", SqlTime.at(WatchPolicy.nextReading(now, 0)))
                .param("etag", fetched.etag())
                .param("modified", fetched.lastModified())
                .param("id", id.value())
                .update();
    }

    private record NewEntry(
            UUID id,
            String mark,
            String title,
            @Nullable String url,
            @Nullable LocalDate day) {}

    /**
     * Remembers the entries of a feed.
     *
     * @return how many were not seen before
     */
    int saveEntries(WatchFeedId feed, List<ReadEntry> entries, LocalDate today) {
        List<NewEntry> rows = entries.stream()
                .map(each -> new NewEntry(
                        Ids.next(),
                        HEX.formatHex(Sha256.of(each.mark())),
                        each.title(),
                        each.url(),
                        each.publishedOn()))
                .toList();
        return db
                .sql("""
                        INSERT INTO cooperation.watch_entry AS e (id, feed, mark, title, url, published_on, seen_on, listed_on)
                        SELECT DISTINCT ON (r.mark) r.id, :feed, decode(r.mark, 'hex'), r.title, r.url, r.day,
                               CAST(:today AS date), CAST(:today AS date)
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id uuid, mark text, title text, url text, day date)
                        ORDER BY r.mark
                        ON CONFLICT (feed, mark) DO UPDATE SET listed_on = excluded.listed_on
                        RETURNING (xmax = 0)
                        """)
                .param("feed", feed.value())
                .param("today", today)
                .param("rows", Json.of(rows).toString())
                .query(Boolean.class)
                .list()
                .stream()
                .mapToInt(fresh -> fresh ? 1 : 0)
                .sum();
    }

    /** Two feeds of a country are not proposed from at once. */
    void lockCountry(String country) {
        TransactionLock.acquire(db, "watch/" + country);
    }

    int countProposedSince(String country, LocalDate day) {
        return db.sql("""
                        SELECT count(*) FROM cooperation.watch_entry e JOIN cooperation.watch_feed f ON f.id = e.feed
                        WHERE f.country = ? AND e.proposed_on >= ?
                        """).params(country, day).query(Integer.class).single();
    }

    /** The entries about a country that were seen since a day and may be proposed. */
    List<EntryCandidate> findCandidates(String country, LocalDate since) {
        return db.sql("""
                        SELECT e.id, e.feed, e.url, e.published_on, e.seen_on
                        FROM cooperation.watch_entry e JOIN cooperation.watch_feed f ON f.id = e.feed
                        WHERE f.country = :country AND e.title IS NOT NULL AND e.proposed_on IS NULL AND e.seen_on >= :since
                          AND coalesce(e.published_on, :since) >= CAST(:since AS date)
                          AND NOT EXISTS (SELECT FROM cooperation.watch_item i WHERE md5(i.url) = md5(e.url))
                          AND NOT EXISTS (SELECT FROM cooperation.watch_entry o JOIN cooperation.watch_feed g ON g.id = o.feed
                                          WHERE g.country = :country AND o.url = e.url AND o.proposed_on >= :since)
                        ORDER BY e.seen_on DESC, e.id LIMIT 500
                        """)
                .param("country", country)
                .param("since", since)
                .query(RecordMapper.of(EntryCandidate.class))
                .list();
    }

    void propose(List<UUID> entries, LocalDate on) {
        db.sql("UPDATE cooperation.watch_entry SET proposed_on = ? WHERE id = ANY (?)")
                .params(on, entries.toArray(UUID[]::new))
                .update();
    }

    /** Forgets the words of entries without an answer, and entries that their feed no longer holds. */
    void forget(LocalDate seenBefore, LocalDate listedBefore) {
        db.sql("""
                        UPDATE cooperation.watch_entry SET title = NULL, url = NULL
                        WHERE title IS NOT NULL AND coalesce(proposed_on, seen_on) < ?
                        """).param(seenBefore).update();
        db.sql("DELETE FROM cooperation.watch_entry WHERE listed_on < ? AND seen_on < ?")
                .params(listedBefore, listedBefore)
                .update();
    }

    /**
     * Forgets each night (R-L25-23) the words of entries without an answer after a week, uncounted, and entries that their
     * feed has not held for {@value #GONE_DAYS} days.
     */
    @Bean
    static RecurringWork watchCleanup(FeedRepository feeds, OrganisationSettings settings) {
        return RecurringWork.of("watch-sweep", "0 55 4 * * *", () -> {
            LocalDate today = settings.today();
            feeds.forget(today.minusDays(WatchPolicy.PROPOSAL_DAYS), today.minusDays(GONE_DAYS));
        });
    }
}
