package org.convergence.plan.calendar.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;

/** The days whose entries are stored: 60 back and 60 ahead. */
record EntryWindow(LocalDate from, LocalDate to, ZoneId zone) {

    static final int DAYS_BACK = 60;
    static final int DAYS_AHEAD = 60;

    static EntryWindow around(LocalDate today, ZoneId zone) {
        return new EntryWindow(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean contains(Occurrence it) {
        return !it.end().isBefore(begins()) && it.start().isBefore(ends());
    }

    /** Whether something of these days may lie within, whatever its zone. */
    boolean mayContain(LocalDate first, LocalDate last) {
        return !last.isBefore(from.minusDays(2)) && !first.isAfter(to.plusDays(2));
    }
}
