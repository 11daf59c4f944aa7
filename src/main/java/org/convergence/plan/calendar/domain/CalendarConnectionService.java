package org.convergence.plan.calendar.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.FetchResponse;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.keys.TextSealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Connects and disconnects a user's calendars. An address that cannot be read is not connected. */
@Service
@Requires(CalendarPermissions.OWN)
public class CalendarConnectionService {

    /** How many calendars one person may connect. */
    public static final int MOST = 10;

    private static final long LARGEST = 64_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 100;

    private final CalendarSourceRepository sources;
    private final CalendarUpdater updater;
    private final HttpFetcher fetcher;
    private final TextSealer sealing;
    private final Clock clock;

    CalendarConnectionService(
            CalendarSourceRepository sources,
            CalendarUpdater updater,
            HttpFetcher fetcher,
            TextSealer sealing,
            Clock clock) {
        this.sources = sources;
        this.updater = updater;
        this.fetcher = fetcher;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The user's calendars, in the order in which they were connected. */
    public List<ConnectedCalendar> findOwn() {
        return sources.findByOwner(currentAccount());
    }

    /**
     * Reads the calendar at an address before it is connected; waits for its server without holding a transaction.
     *
     * @throws Refused if it cannot be read, with the reason
     */
    public FoundCalendar find(String typed) {
        URI address = CalendarPolicy.parseAddress(typed).orElseThrow(() -> new Refused("fetch.refused.address"));
        requireRoom();
        return new FoundCalendar(
                address, fetcher.get(new FetchRequest(address, null, null, LARGEST, PATIENCE), updater::parse));
    }

    /**
     * Connects a calendar that was read, with its entries.
     *
     * @param name the user's name for it; empty for the calendar's own name
     */
    public UUID connect(FoundCalendar found, String name) {
        UUID id = Ids.next();
        String sealed = sealing.seal(found.address().toString(), CalendarUpdater.sealingContext(id));
        String host = found.address().getHost();
        String called = nameOf(name, found.read().content(), host);
        updater.connect(
                id,
                currentAccount(),
                found.read(),
                () -> sources.add(id, currentAccount(), called, host, sealed, clock.instant()));
        return id;
    }

    /** Imports the calendar of a file, as it is now. */
    public UUID importFile(InputStream file, String name) {
        requireRoom();
        ParsedCalendar reading;
        try {
            reading = updater.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID id = Ids.next();
        String called = nameOf(name, reading, "ICS");
        var read = new FetchResponse<>(reading, null, null);
        updater.connect(
                id,
                currentAccount(),
                read,
                () -> sources.add(id, currentAccount(), called, null, null, clock.instant()));
        return id;
    }

    /** Reads a calendar again now; the result is stored with it. */
    public void readAgain(UUID id) {
        updater.update(sources.find(id, currentAccount()).orElseThrow(() -> new NotFound("calendar")));
    }

    /** Disconnects a calendar: its entries are deleted, its answers stay. */
    public void remove(UUID id) {
        if (!sources.remove(id, currentAccount())) {
            throw new NotFound("calendar");
        }
    }

    private void requireRoom() {
        if (findOwn().size() >= MOST) {
            throw new Refused("calendar.refused.enough", MOST);
        }
    }

    private static String nameOf(String name, @Nullable ParsedCalendar reading, String otherwise) {
        String called = !name.isBlank() ? name.strip() : reading == null ? "" : reading.name();
        String whole = called.isBlank() ? otherwise : called;
        return whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
    }

    static UUID currentAccount() {
        return CurrentActor.get().id();
    }

    /**
     * A calendar that was read at its address and is not connected yet. Its address is secret, so this class has no {@code
     * toString}.
     */
    public static final class FoundCalendar {

        private final URI address;
        private final FetchResponse<ParsedCalendar> read;

        FoundCalendar(URI address, FetchResponse<ParsedCalendar> read) {
            this.address = address;
            this.read = read;
        }

        URI address() {
            return address;
        }

        FetchResponse<ParsedCalendar> read() {
            return read;
        }
    }
}
