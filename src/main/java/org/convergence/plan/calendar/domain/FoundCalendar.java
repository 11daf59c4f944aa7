package org.convergence.plan.calendar.domain;

import java.net.URI;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.convergence.platform.fetch.FetchResponse;

/**
 * A calendar that was read at its address and is not connected yet. Its address is secret, so this class has no {@code
 * toString}.
 */
public final class FoundCalendar {

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
