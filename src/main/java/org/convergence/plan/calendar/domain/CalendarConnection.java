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
import org.convergence.plan.calendar.domain.CalendarReader.Reading;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.fetch.Asked;
import org.convergence.platform.fetch.Fetched;
import org.convergence.platform.fetch.OutsideFetch;
import org.convergence.platform.keys.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Connects and disconnects a user's calendars. An address that cannot be read is not connected. */
@Service
@Requires(CalendarPermissions.OWN)
public class CalendarConnection {

    /** How many calendars one person may connect. */
    public static final int MOST = 10;

    private static final long LARGEST = 64_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 100;

    private final SourceStore sources;
    private final CalendarUpdate update;
    private final OutsideFetch outside;
    private final Sealing sealing;
    private final Clock clock;

    CalendarConnection(SourceStore sources, CalendarUpdate update, OutsideFetch outside, Sealing sealing, Clock clock) {
        this.sources = sources;
        this.update = update;
        this.outside = outside;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The user's calendars, in the order in which they were connected. */
    public List<ConnectedCalendar> own() {
        return sources.of(me());
    }

    /**
     * Reads the calendar at an address before it is connected; waits for its server without holding a transaction.
     *
     * @throws Refused if it cannot be read, with the reason
     */
    public FoundCalendar find(String typed) {
        URI address = CalendarPolicy.address(typed).orElseThrow(() -> new Refused("fetch.refused.address"));
        requireRoom();
        return new FoundCalendar(
                address, outside.get(new Asked(address, null, null, LARGEST, PATIENCE), update::reading));
    }

    /**
     * Connects a calendar that was read, with its entries.
     *
     * @param name the user's name for it; empty for the calendar's own name
     */
    public UUID connect(FoundCalendar found, String name) {
        UUID id = Ids.next();
        String sealed = sealing.seal(found.address().toString(), CalendarUpdate.place(id));
        String host = found.address().getHost();
        String called = called(name, found.read().content(), host);
        update.connect(id, me(), found.read(), () -> sources.add(id, me(), called, host, sealed, clock.instant()));
        return id;
    }

    /** Imports the calendar of a file, as it is now. */
    public UUID bringIn(InputStream file, String name) {
        requireRoom();
        Reading reading;
        try {
            reading = update.reading(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        UUID id = Ids.next();
        String called = called(name, reading, "ICS");
        var read = new Fetched<>(reading, null, null);
        update.connect(id, me(), read, () -> sources.add(id, me(), called, null, null, clock.instant()));
        return id;
    }

    /** Reads a calendar again now; the result is stored with it. */
    public void readAgain(UUID id) {
        update.read(sources.find(id, me()).orElseThrow(() -> new NotFound("calendar")));
    }

    /** Disconnects a calendar: its entries are deleted, its answers stay. */
    public void remove(UUID id) {
        if (!sources.remove(id, me())) {
            throw new NotFound("calendar");
        }
    }

    private void requireRoom() {
        if (own().size() >= MOST) {
            throw new Refused("calendar.refused.enough", MOST);
        }
    }

    private static String called(String name, @Nullable Reading reading, String otherwise) {
        String called = !name.isBlank() ? name.strip() : reading == null ? "" : reading.name();
        String whole = called.isBlank() ? otherwise : called;
        return whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
    }

    static UUID me() {
        return CurrentActor.get().id();
    }
}
