package org.convergence.outreach.media.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.fetch.FeedReader;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the feed of our own site each night. What it lists of this month and the two before is proposed; a reading that
 * fails is noted, and takes nothing back (R-WEB-4).
 */
@Component
@Recurrence(name = "media-feed", cron = "0 5 7 * * *")
class MediaFeedUpdater implements RecurringWork {

    static final String TABLE = "outreach.media_feed";

    private static final int MONTHS_BEFORE = 2;

    private final HttpFetcher fetcher;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JdbcClient db;

    MediaFeedUpdater(
            HttpFetcher fetcher,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            JdbcClient db) {
        this.fetcher = fetcher;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("media.read-feed");
        this.clock = clock;
        this.db = db;
    }

    Optional<MediaFeed> find() {
        return db.sql("SELECT * FROM outreach.media_feed")
                .query(RecordMapper.of(MediaFeed.class))
                .optional();
    }

    /** @throws Refused if the address cannot be read, or holds no feed */
    FetchResponse<ReadFeed> fetch(String address, @Nullable String etag, @Nullable String lastModified) {
        FetchRequest request = FeedReader.request(address, etag, lastModified);
        return fetcher.get(request, FeedReader::read);
    }

    @Override
    public void run() {
        find().ifPresent(feed -> {
            try {
                store(feed.url(), fetch(feed.url(), feed.etag(), feed.lastModified()));
            } catch (Refused refused) {
                markFailed(feed.url(), FetchProblem.of(refused));
            }
        });
    }

    /** Stores what the feed at an address lists; does nothing if another address has taken its place meanwhile. */
    void store(String url, FetchResponse<ReadFeed> fetched) {
        ReadFeed read = fetched.content();
        transaction.executeWithoutResult(status -> {
            boolean isCurrent = db.sql("""
                            UPDATE outreach.media_feed SET read_at = :now, failing_since = NULL, problem = NULL, etag = :etag,
                                   last_modified = :modified
                            WHERE url = :url
                            """)
                            .param("now", SqlTime.now(clock))
                            .param("etag", fetched.etag())
                            .param("modified", fetched.lastModified())
                            .param("url", url)
                            .update()
                    > 0;
            if (isCurrent && read != null) {
                propose(read.entries(), settings.today());
            }
        });
    }

    private void propose(List<ReadEntry> entries, LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).minusMonths(MONTHS_BEFORE);
        db.sql("DELETE FROM outreach.media_proposal WHERE published_on < :first AND url <> ALL (:listed)")
                .param("first", first)
                .param(
                        "listed",
                        entries.stream()
                                .map(ReadEntry::url)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .update();
        for (ReadEntry each : entries) {
            LocalDate day = each.publishedOn();
            LocalDate published = day == null || day.isAfter(today) ? today : day;
            if (each.url() != null && PlanAttribution.isLink(each.url()) && !published.isBefore(first)) {
                db.sql("""
                                INSERT INTO outreach.media_proposal (id, url, title, published_on)
                                VALUES (:id, :url, :title, :published) ON CONFLICT (url) DO NOTHING
                                """)
                        .param("id", Ids.next())
                        .param("url", each.url())
                        .param("title", each.title())
                        .param("published", published)
                        .update();
            }
        }
    }

    private void markFailed(String url, FetchProblem problem) {
        db.sql("""
                        UPDATE outreach.media_feed SET failing_since = coalesce(failing_since, :now), problem = :problem
                        WHERE url = :url
                        """)
                .param("now", SqlTime.now(clock))
                .param("problem", problem.write())
                .param("url", url)
                .update();
    }
}
