package org.convergence.outreach.relay.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.fetch.FeedReader;
import org.convergence.platform.fetch.FeedReader.ReadEntry;
import org.convergence.platform.fetch.FeedReader.ReadFeed;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the sites of organisations each night. A post with the title of a kit, or with the address of its text, is
 * proposed as seen; a reading that fails is noted, and takes nothing back (R-MAIL-12).
 */
@Component
@Recurrence(name = "relay-feeds", cron = "0 20 7 * * *")
record RelayFeedUpdater(
        HttpFetcher fetcher,
        RelayKitRepository kits,
        OrganisationSettings settings,
        TransactionOperations transactions,
        Clock clock,
        JdbcClient db)
        implements RecurringWork {

    /** Kits that left longer ago are looked for no longer: their links are closed as well. */
    private static final Duration LOOKED_FOR = RelayRepository.LINKS_LAST;

    List<RelayFeed> findAll() {
        return db.sql("""
                        SELECT f.*, o.name AS organisation_name FROM outreach.relay_feed f
                        JOIN directory.people_organisation_name o ON o.id = f.organisation ORDER BY o.name, f.id
                        """).query(RecordMapper.of(RelayFeed.class)).list();
    }

    /** @throws Refused if the address cannot be read, or holds no feed */
    ReadFeed fetch(String address) {
        ReadFeed read = fetcher.get(FeedReader.request(address, null, null), FeedReader::read)
                .content();
        if (read == null) {
            throw new Refused("fetch.refused.feed");
        }
        return read;
    }

    @Override
    public void run() {
        findAll().forEach(feed -> {
            try {
                ReadFeed read = fetch(feed.url());
                transactions.executeWithoutResult(status -> store(feed, read));
            } catch (Refused refused) {
                transactions.executeWithoutResult(status -> markFailed(feed, FetchProblem.of(refused)));
            }
        });
    }

    /** Proposes what a feed lists; nothing if another address has taken its place meanwhile. */
    void store(RelayFeed feed, ReadFeed read) {
        boolean isCurrent =
                db.sql("""
                        UPDATE outreach.relay_feed SET read_at = ?, failing_since = NULL, problem = NULL
                        WHERE id = ? AND url = ?
                        """).params(SqlTime.now(clock), feed.id(), feed.url()).update() > 0;
        List<RelayKit> sent = isCurrent ? kits.findSentSince(clock.instant().minus(LOOKED_FOR)) : List.of();
        LocalDate today = settings.today();
        for (ReadEntry entry : read.entries()) {
            String url = entry.url();
            if (url == null) {
                continue;
            }
            LocalDate day =
                    entry.publishedOn() == null || entry.publishedOn().isAfter(today) ? today : entry.publishedOn();
            sent.stream()
                    .filter(kit -> RelayPolicy.mayBe(
                            kit, entry, day, settings.current().zone()))
                    .forEach(kit -> propose(feed, kit, url, entry.title(), day));
        }
    }

    private void propose(RelayFeed feed, RelayKit kit, String url, String title, LocalDate day) {
        db.sql("""
                        INSERT INTO outreach.relay_sighting (id, kit, organisation, url, title, published_on)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kit, organisation, url) DO NOTHING
                        """)
                .params(Ids.next(), kit.id().value(), feed.organisation().value(), url, title, day)
                .update();
    }

    private void markFailed(RelayFeed feed, FetchProblem problem) {
        db.sql("""
                        UPDATE outreach.relay_feed SET failing_since = coalesce(failing_since, ?), problem = ?
                        WHERE id = ? AND url = ?
                        """)
                .params(SqlTime.now(clock), problem.write(), feed.id(), feed.url())
                .update();
    }
}
