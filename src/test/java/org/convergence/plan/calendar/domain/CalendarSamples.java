package org.convergence.plan.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.convergence.platform.database.Refused;

/** Small calendars for tests, and helpers to read them. */
final class CalendarSamples {

    static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private CalendarSamples() {}

    static Occurrence one(String event) throws IOException {
        List<Occurrence> all = read(event).occurrences();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static ParsedCalendar read(String... events) throws IOException {
        return CalendarReader.read(stream(calendar(events)), TODAY, MONTREAL);
    }

    static String refused(String text) {
        Refused refused = catchThrowableOfType(Refused.class, () -> CalendarReader.read(stream(text), TODAY, MONTREAL));
        return Objects.requireNonNull(refused).messageKey();
    }

    static String calendar(String... events) {
        var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\n")
                    .append(event.contains("SUMMARY") ? "" : "SUMMARY:Rencontre\n")
                    .append(event.strip())
                    .append("\nEND:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> starts(ParsedCalendar reading) {
        return reading.occurrences().stream()
                .map(Occurrence::start)
                .sorted()
                .map(Instant::toString)
                .toList();
    }

    static List<String> instances(ParsedCalendar reading) {
        return reading.occurrences().stream()
                .sorted(Comparator.comparing(Occurrence::start))
                .map(Occurrence::instance)
                .sorted()
                .toList();
    }
}
