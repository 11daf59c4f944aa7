package org.convergence.plan.calendar.domain;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a calendar and replaces its entries, in one transaction that begins once everything is read: an interrupted
 * reading changes nothing.
 */
@Component
class CalendarUpdater {

    private static final long LARGEST = 64_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CalendarSourceRepository sources;
    private final CalendarEntryRepository entries;
    private final HttpFetcher fetcher;
    private final TextSealer sealing;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarUpdater(
            CalendarSourceRepository sources,
            CalendarEntryRepository entries,
            HttpFetcher fetcher,
            TextSealer sealing,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources = sources;
        this.entries = entries;
        this.fetcher = fetcher;
        this.sealing = sealing;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("calendar.update");
        this.clock = clock;
    }

    /** The sealing context of a calendar's address. */
    static String sealingContext(UUID source) {
        return "plan.calendar_source/" + source;
    }

    /** Reads a calendar at its address; a failure is stored with it. */
    void update(CalendarSourceRepository.CalendarSource source) {
        try {
            String address = sealing.open(source.address(), sealingContext(source.id()))
                    .orElseThrow(() -> new Refused("calendar.refused.keys"));
            var asked = new FetchRequest(URI.create(address), source.etag(), source.lastModified(), LARGEST, LONGEST);
            store(source.id(), source.owner(), fetcher.get(asked, this::parse));
        } catch (Refused refused) {
            Instant now = clock.instant();
            sources.markFailed(
                    source.id(),
                    ConnectedCalendar.CalendarProblem.of(refused),
                    now,
                    CalendarPolicy.nextReading(now, source.failures() + 1, scatter()));
        }
    }

    /** The content of a calendar around today. */
    ParsedCalendar parse(InputStream body) throws IOException {
        return CalendarReader.read(body, settings.today(), zone());
    }

    /** Connects a calendar together with its content. */
    void connect(UUID source, UUID owner, FetchResponse<ParsedCalendar> fetched, Runnable add) {
        transaction.executeWithoutResult(status -> {
            add.run();
            store(source, owner, fetched);
        });
    }

    /** Stores the entries read from a calendar. */
    private void store(UUID source, UUID owner, FetchResponse<ParsedCalendar> fetched) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (!sources.lock(source, owner)) {
                return;
            }
            ParsedCalendar reading = fetched.content();
            if (reading != null) {
                if (entries.replace(source, owner, reading.occurrences(), zone(), now)) {
                    sources.forgetHttpCache(owner);
                }
                sources.updateCounts(source, reading.occurrences().size(), reading.assumedZone());
            }
            sources.markRead(
                    source, fetched.etag(), fetched.lastModified(), now, CalendarPolicy.nextReading(now, 0, scatter()));
        });
    }

    private ZoneId zone() {
        return settings.current().zone();
    }

    private static double scatter() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
