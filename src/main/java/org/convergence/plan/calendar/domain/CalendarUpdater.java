package org.convergence.plan.calendar.domain;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.keys.TextSealer;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final int AT_ONCE = 2_000;
    private static final HexFormat HEX = HexFormat.of();

    private final CalendarSourceRepository sources;
    private final HttpFetcher fetcher;
    private final TextSealer sealing;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JdbcClient db;

    CalendarUpdater(
            CalendarSourceRepository sources,
            HttpFetcher fetcher,
            TextSealer sealing,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            JdbcClient db) {
        this.sources = sources;
        this.fetcher = fetcher;
        this.sealing = sealing;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("calendar.update");
        this.clock = clock;
        this.db = db;
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
                    FetchProblem.of(refused),
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
                if (replace(source, owner, reading.occurrences(), zone(), now)) {
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

    private record CalendarEntryRow(
            UUID id,
            String key,
            String series,
            boolean recurs,
            LocalDate day,
            LocalDate lastDay,
            Instant start,
            Instant end,
            boolean allDay,
            String title,
            String place) {}

    /**
     * Replaces the entries of a calendar by those read; an entry with the same key keeps its id.
     *
     * @return whether some entries were removed
     */
    private boolean replace(UUID source, UUID owner, Collection<Occurrence> read, ZoneId zone, Instant now) {
        Map<String, CalendarEntryRow> rows = new LinkedHashMap<>();
        read.forEach(it -> rows.put(HEX.formatHex(CalendarPolicy.entryKey(it)), row(it, zone)));
        boolean gone = db.sql("""
                        DELETE FROM plan.calendar_entry
                        WHERE source = :source AND key NOT IN (
                            SELECT decode(value, 'hex') FROM jsonb_array_elements_text(CAST(:keys AS jsonb)))
                        """)
                        .param("source", source)
                        .param("keys", Json.of(rows.keySet()).toString())
                        .update()
                > 0;
        List<CalendarEntryRow> all = new ArrayList<>(rows.values());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            write(source, owner, all.subList(from, Math.min(all.size(), from + AT_ONCE)), now);
        }
        return gone;
    }

    private void write(UUID source, UUID owner, List<CalendarEntryRow> rows, Instant now) {
        db.sql("""
                        INSERT INTO plan.calendar_entry AS e (id, owner, source, key, series, recurs, day, last_day,
                               starts_at, ends_at, all_day, title, place, seen_at)
                        SELECT r.id, :owner, :source, decode(r.key, 'hex'), decode(r.series, 'hex'), r.recurs, r.day,
                               r."lastDay", r.start, r.end, r."allDay", r.title, r.place, :now
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (id uuid, key text, series text, recurs boolean,
                             day date, "lastDay" date, start timestamptz, "end" timestamptz, "allDay" boolean, title text,
                             place text)
                        ON CONFLICT (owner, key) DO UPDATE
                        SET source = excluded.source, recurs = excluded.recurs, day = excluded.day,
                            last_day = excluded.last_day, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            all_day = excluded.all_day, title = excluded.title, place = excluded.place,
                            seen_at = CASE WHEN e.day = excluded.day THEN e.seen_at ELSE excluded.seen_at END
                        WHERE (e.source, e.recurs, e.day, e.last_day, e.starts_at, e.ends_at, e.all_day, e.title, e.place)
                              IS DISTINCT FROM (excluded.source, excluded.recurs, excluded.day, excluded.last_day,
                              excluded.starts_at, excluded.ends_at, excluded.all_day, excluded.title, excluded.place)
                        """)
                .param("owner", owner)
                .param("source", source)
                .param("rows", Json.of(rows).toString())
                .param("now", SqlTime.at(now))
                .update();
    }

    private static CalendarEntryRow row(Occurrence it, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(it.start(), zone);
        boolean shortOne =
                !it.allDay() && Duration.between(it.start(), it.end()).compareTo(Duration.ofDays(1)) < 0;
        LocalDate last = shortOne
                ? day
                : LocalDate.ofInstant(it.end().minusNanos(it.end().isAfter(it.start()) ? 1 : 0), zone);
        return new CalendarEntryRow(
                Ids.next(),
                HEX.formatHex(CalendarPolicy.entryKey(it)),
                HEX.formatHex(CalendarPolicy.seriesKey(it)),
                !it.instance().isEmpty(),
                day,
                last,
                it.start(),
                it.end(),
                it.allDay(),
                it.title(),
                it.place());
    }
}
