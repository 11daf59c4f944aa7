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
import org.convergence.plan.calendar.domain.CalendarReader.Reading;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.Asked;
import org.convergence.platform.fetch.Fetched;
import org.convergence.platform.fetch.OutsideFetch;
import org.convergence.platform.keys.Sealing;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a calendar and replaces its entries, in one transaction that begins once everything is read: an interrupted
 * reading changes nothing.
 */
@Component
class CalendarUpdate {

    private static final long LARGEST = 64_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final SourceStore sources;
    private final EntryStore entries;
    private final OutsideFetch outside;
    private final Sealing sealing;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarUpdate(
            SourceStore sources,
            EntryStore entries,
            OutsideFetch outside,
            Sealing sealing,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources = sources;
        this.entries = entries;
        this.outside = outside;
        this.sealing = sealing;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("calendar.update");
        this.clock = clock;
    }

    /** The sealing context of a calendar's address. */
    static String place(UUID source) {
        return "plan.calendar_source/" + source;
    }

    /** Reads a calendar at its address; a failure is stored with it. */
    void read(SourceStore.Source source) {
        try {
            String address = sealing.open(source.address(), place(source.id()))
                    .orElseThrow(() -> new Refused("calendar.refused.keys"));
            var asked = new Asked(URI.create(address), source.etag(), source.lastModified(), LARGEST, LONGEST);
            keep(source.id(), source.owner(), outside.get(asked, this::reading));
        } catch (Refused refused) {
            Instant now = clock.instant();
            sources.failed(
                    source.id(),
                    ConnectedCalendar.Problem.of(refused),
                    now,
                    CalendarPolicy.next(now, source.failures() + 1, scatter()));
        }
    }

    /** The content of a calendar around today. */
    Reading reading(InputStream body) throws IOException {
        return CalendarReader.read(body, settings.today(), zone());
    }

    /** Connects a calendar together with its content. */
    void connect(UUID source, UUID owner, Fetched<Reading> fetched, Runnable add) {
        transaction.executeWithoutResult(status -> {
            add.run();
            keep(source, owner, fetched);
        });
    }

    /** Stores what was read. */
    private void keep(UUID source, UUID owner, Fetched<Reading> fetched) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (!sources.hold(source, owner)) {
                return;
            }
            Reading reading = fetched.content();
            if (reading != null) {
                if (entries.replace(source, owner, reading.occurrences(), zone(), now)) {
                    sources.readWhole(owner);
                }
                sources.describe(source, reading.occurrences().size(), reading.assumedZone());
            }
            sources.read(source, fetched.etag(), fetched.lastModified(), now, CalendarPolicy.next(now, 0, scatter()));
        });
    }

    private ZoneId zone() {
        return settings.current().zone();
    }

    private static double scatter() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
