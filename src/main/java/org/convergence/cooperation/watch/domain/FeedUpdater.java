package org.convergence.cooperation.watch.domain;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchFeedId;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.FeedReader;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.jobs.ParallelLanes;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a feed at its address, within limits of bytes and seconds, and proposes entries for its country. Feeds that are
 * due are read at regular times, for a limited time; the others wait for the next run. Each is claimed by one node, and
 * is due again if that node crashes.
 */
@Component
@Recurrence(name = "watch-feeds", cron = "45 */10 * * * *")
class FeedUpdater implements RecurringWork {

    /** Feeds read at the same time: most of it is waiting, and the limit of bytes bounds the memory of each. */
    private static final int AT_ONCE = 32;

    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final Duration BACK = Duration.ofMinutes(10);

    private final FeedRepository feeds;
    private final HttpFetcher fetcher;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedUpdater(
            FeedRepository feeds,
            HttpFetcher fetcher,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("watch.read-feed");
        this.clock = clock;
    }

    /** @throws Refused if the address cannot be read, or holds no feed */
    FetchResponse<ReadFeed> fetch(URI address) {
        return fetcher.get(FeedReader.request(address.toString(), null, null), FeedReader::read);
    }

    /** Reads a feed; a failure is stored with it. */
    void update(WatchFeed feed) {
        try {
            FetchRequest request = FeedReader.request(feed.url(), feed.etag(), feed.lastModified());
            store(feed.id(), feed.country(), fetcher.get(request, FeedReader::read));
        } catch (Refused refused) {
            feeds.markFailed(feed, FetchProblem.of(refused).write(), clock.instant());
        }
    }

    /** Stores what a feed holds, and proposes entries while the week has room. */
    void store(WatchFeedId id, String country, FetchResponse<ReadFeed> fetched) {
        Instant now = clock.instant();
        LocalDate today = settings.today();
        transaction.executeWithoutResult(status -> {
            ReadFeed read = fetched.content();
            int fresh = read == null ? 0 : feeds.saveEntries(id, read.entries(), today);
            feeds.markRead(id, fetched, fresh > 0, now);
            feeds.lockCountry(country);
            int proposed = feeds.countProposedSince(country, WatchPolicy.weekOf(today));
            if (proposed < WatchPolicy.MOST_PROPOSALS) {
                feeds.propose(
                        WatchPolicy.choose(
                                feeds.findCandidates(country, today.minusDays(WatchPolicy.PROPOSAL_DAYS)), proposed),
                        today);
            }
        });
    }

    @Override
    public void run() {
        Instant begun = clock.instant();
        long end = System.nanoTime() + ROUND.toNanos();
        ParallelLanes.run(Math.min(AT_ONCE, feeds.countDue(begun)), (lane, goesOn) -> {
            Optional<WatchFeed> next = feeds.claimDue(begun, begun.plus(BACK));
            while (next.isPresent()) {
                update(next.get());
                boolean ends = System.nanoTime() > end || !goesOn.getAsBoolean();
                next = ends ? Optional.empty() : feeds.claimDue(begun, begun.plus(BACK));
            }
        });
    }
}
