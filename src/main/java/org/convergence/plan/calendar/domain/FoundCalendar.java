package org.convergence.plan.calendar.domain;

import java.net.URI;
import org.convergence.plan.calendar.domain.CalendarReader.Reading;
import org.convergence.platform.fetch.Fetched;

/**
 * A calendar that was read at its address and is not connected yet. Its address is secret, so this class has no
 * {@code toString}.
 */
public final class FoundCalendar {

    private final URI address;
    private final Fetched<Reading> read;

    FoundCalendar(URI address, Fetched<Reading> read) {
        this.address = address;
        this.read = read;
    }

    URI address() {
        return address;
    }

    Fetched<Reading> read() {
        return read;
    }
}
