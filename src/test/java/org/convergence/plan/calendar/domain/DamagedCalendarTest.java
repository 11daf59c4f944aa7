package org.convergence.plan.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.convergence.plan.calendar.domain.CalendarSamples.MONTREAL;
import static org.convergence.plan.calendar.domain.CalendarSamples.TODAY;
import static org.convergence.plan.calendar.domain.CalendarSamples.calendar;
import static org.convergence.plan.calendar.domain.CalendarSamples.one;
import static org.convergence.plan.calendar.domain.CalendarSamples.read;
import static org.convergence.plan.calendar.domain.CalendarSamples.refused;
import static org.convergence.plan.calendar.domain.CalendarSamples.starts;
import static org.convergence.plan.calendar.domain.CalendarSamples.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses damaged, truncated and invalid calendars. */
class DamagedCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:", "RRULE:FREQ=QUELQUEFOIS", "RRULE:FREQ=WEEKLY;BYDAY=XX", "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=DAILY;INTERVAL=-1", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "RDATE:demain", "EXDATE:",
                "DURATION:longtemps", "DURATION:-PT5M", "DTEND:20200101T000000Z", "DTEND:jamais"
            })
    void whatIsDamagedInAnEventLeavesItAsItIs(String line) throws IOException {
        Occurrence it = one("UID:a\nDTSTART:20261110T150000Z\n" + line);
        assertThat(it.start()).isEqualTo("2026-11-10T15:00:00Z");
        assertThat(it.end()).isEqualTo(it.start());
    }

    @Test
    void ignoresCancelledOccurrenceWithoutTitle() throws IOException {
        var read = read("""
                UID:hebdo
                DTSTART;TZID=America/Toronto:20261102T090000
                RRULE:FREQ=WEEKLY;COUNT=3
                """, """
                UID:hebdo
                SUMMARY:
                RECURRENCE-ID;TZID=America/Toronto:20261109T090000
                DTSTART;TZID=America/Toronto:20261109T090000
                STATUS:CANCELLED
                """);
        assertThat(starts(read)).containsExactly("2026-11-02T14:00:00Z", "2026-11-16T14:00:00Z");
    }

    @Test
    void reportsWebPageAndTruncatedCalendar() {
        assertThat(refused("<!DOCTYPE html><html><body>Connexion: entrez</body></html>"))
                .isEqualTo("calendar.refused.page");
        assertThat(refused("\n\n  <html lang='fr'>\n<p>a:b</p>")).isEqualTo("calendar.refused.page");
        assertThat(refused("")).isEqualTo("calendar.refused.no-calendar");
        assertThat(refused("Nom;Date\nA;2026-11-10\n")).isEqualTo("calendar.refused.no-calendar");
        assertThat(refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261110T1500"))
                .isEqualTo("calendar.refused.cut");
        assertThat(refused("BEGIN:VCALENDAR\nVERSION:2.0\n")).isEqualTo("calendar.refused.cut");
    }

    @Test
    void readsWindowsEncodingAndLongLines() throws IOException {
        byte[] old = calendar("UID:a\nSUMMARY:Réunion à l’été\nDTSTART:20261110T150000Z")
                .getBytes(Charset.forName("windows-1252"));
        assertThat(CalendarReader.read(new ByteArrayInputStream(old), TODAY, MONTREAL)
                        .occurrences())
                .extracting(Occurrence::title)
                .containsExactly("Réunion à l’été");
        assertThat(one("UID:a\nSUMMARY:" + "é".repeat(200_000) + "\nDTSTART:20261110T150000Z")
                        .title())
                .hasSize(200)
                .endsWith("é…");
    }

    @Property(tries = 100)
    void readsAnyLineFolding(@ForAll @IntRange(min = 1, max = 80) int width) throws IOException {
        String text =
                calendar("UID:a\nSUMMARY:Assemblée générale 🌎 des membres\nDTSTART:20261110T150000Z\nDURATION:PT2H");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var folded = new java.io.ByteArrayOutputStream();
        int column = 0;
        for (byte each : bytes) {
            if (each == '\n') {
                column = 0;
            } else if (++column > width) {
                // Inside a multi-byte character too.
                folded.write("\r\n ".getBytes(StandardCharsets.US_ASCII));
                column = 1;
            }
            folded.write(each);
        }
        assertThat(CalendarReader.read(new ByteArrayInputStream(folded.toByteArray()), TODAY, MONTREAL))
                .isEqualTo(CalendarReader.read(stream(text), TODAY, MONTREAL));
    }

    @Property(tries = 500)
    void readsDamagedCalendarsWithoutFailure(@ForAll @IntRange(max = 400) int at, @ForAll byte with)
            throws IOException {
        byte[] bytes = calendar("""
                UID:a
                DTSTART;TZID=America/Toronto:20261005T100000
                RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261123T150000Z
                EXDATE;TZID=America/Toronto:20261012T100000
                DURATION:PT1H
                """).getBytes(StandardCharsets.UTF_8);
        bytes[at % bytes.length] = with;
        try {
            assertThat(CalendarReader.read(new ByteArrayInputStream(bytes), TODAY, MONTREAL)
                            .occurrences())
                    .hasSizeLessThan(200);
        } catch (Refused refused) {
            assertThat(refused.messageKey()).startsWith("calendar.refused.");
        }
    }

    @Test
    void refusesAMillionEvents() {
        InputStream head = stream("BEGIN:VCALENDAR\n");
        Stream<InputStream> events = IntStream.range(0, 1_000_000)
                .mapToObj(i ->
                        stream("BEGIN:VEVENT\nSUMMARY:A\nUID:%d\nDTSTART:20261110T150000Z\nEND:VEVENT\n".formatted(i)));
        var all = new SequenceInputStream(
                head,
                new SequenceInputStream(
                        Collections.enumeration(events.limit(70_000).toList())));
        Refused refused = catchThrowableOfType(Refused.class, () -> CalendarReader.read(all, TODAY, MONTREAL));
        assertThat(Objects.requireNonNull(refused).messageKey()).isEqualTo("calendar.refused.too-many-now");
        var past = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nDTSTART:20160101T100000Z\nEND:VEVENT\n".repeat(200_001);
        assertThat(refused(past)).isEqualTo("calendar.refused.too-many");
    }
}
