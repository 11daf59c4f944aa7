package org.convergence.plan.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.calendar.domain.CalendarSamples.LOCAL;
import static org.convergence.plan.calendar.domain.CalendarSamples.MONTREAL;
import static org.convergence.plan.calendar.domain.CalendarSamples.TODAY;
import static org.convergence.plan.calendar.domain.CalendarSamples.instances;
import static org.convergence.plan.calendar.domain.CalendarSamples.one;
import static org.convergence.plan.calendar.domain.CalendarSamples.read;
import static org.convergence.plan.calendar.domain.CalendarSamples.starts;
import static org.convergence.plan.calendar.domain.CalendarSamples.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.calendar.domain.CalendarReader.Occurrence;
import org.convergence.plan.calendar.domain.CalendarReader.ParsedCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses valid calendars. */
class CalendarReaderTest {

    @Test
    void readsFieldsOfEntry() throws IOException {
        Occurrence it = one("""
                UID:rencontre-1
                SUMMARY:Concertation\\, table de quartier\\; suite
                LOCATION:Centre Saint-Pierre
                DTSTART;TZID=America/Toronto:20261109T140000
                DTEND;TZID=America/Toronto:20261109T160000
                """);
        assertThat(it.title()).isEqualTo("Concertation, table de quartier; suite");
        assertThat(it.place()).isEqualTo("Centre Saint-Pierre");
        assertThat(it.start() + " " + it.end()).isEqualTo("2026-11-09T19:00:00Z 2026-11-09T21:00:00Z");
        assertThat(it.instance()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/Toronto",
                "America/Mexico_City",
                "America/Tijuana",
                "Eastern Standard Time",
                "/x.org/1/America/Toronto"
            })
    void aWeeklyMeetingKeepsItsHourWhenSummerEnds(String zone) throws IOException {
        ZoneId known = zone.contains("Mexico") || zone.contains("Tijuana") ? ZoneId.of(zone) : MONTREAL;
        List<Occurrence> all = read("""
                UID:hebdo
                DTSTART;TZID=%s:20260105T090000
                DURATION:PT1H30M
                RRULE:FREQ=WEEKLY;BYDAY=MO
                """.formatted(zone)).occurrences();
        assertThat(all).hasSizeBetween(17, 18).allSatisfy(it -> {
            assertThat(it.start().atZone(known).toLocalTime()).isEqualTo("09:00");
            assertThat(Duration.between(it.start(), it.end())).isEqualTo(Duration.ofMinutes(90));
        });
    }

    @Test
    void computesDurationAcrossClockChange() throws IOException {
        Occurrence night = one("""
                UID:nuit
                DTSTART;TZID=America/Toronto:20261031T220000
                DTEND;TZID=America/Toronto:20261101T060000
                """);
        assertThat(CalendarPolicy.hoursBetween(night.start(), night.end(), false))
                .isEqualByComparingTo("9");
        Occurrence sunday = one("UID:dimanche\nDTSTART;VALUE=DATE:20261101");
        assertThat(Duration.between(sunday.start(), sunday.end())).isEqualTo(Duration.ofHours(25));
        assertThat(CalendarPolicy.hoursBetween(sunday.start(), sunday.end(), true))
                .isNull();
    }

    @Property(tries = 200)
    void recurrenceKeepsItsHourInEveryZone(
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 2) int zone,
            @ForAll @IntRange(min = 1, max = 3) int interval,
            @ForAll @IntRange(min = -2_000, max = 40) int begun)
            throws IOException {
        ZoneId where = ZoneId.of(List.of("America/Toronto", "America/Mexico_City", "America/Tijuana")
                .get(zone));
        LocalDate first = TODAY.plusDays(begun);
        List<Occurrence> all = read("""
                UID:regle
                DTSTART;TZID=%s:%s
                RRULE:FREQ=DAILY;INTERVAL=%d
                """.formatted(where, LOCAL.format(first.atTime(hour, 0)), interval))
                .occurrences();
        assertThat(all).isNotEmpty();
        for (Occurrence it : all) {
            LocalDate day = LocalDate.parse(it.instance());
            // A time skipped by the clock is an hour later.
            assertThat(it.start())
                    .isEqualTo(
                            ZonedDateTime.of(day, LocalTime.of(hour, 0), where).toInstant());
            assertThat((day.toEpochDay() - first.toEpochDay()) % interval).isZero();
        }
        assertThat(all.stream().map(Occurrence::instance).distinct()).hasSize(all.size());
    }

    @Test
    void usesZoneDefinedByCalendar() throws IOException {
        ParsedCalendar reading = CalendarReader.read(stream("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Chez nous
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                SUMMARY:A
                UID:a
                DTSTART;TZID="Chez nous":20261030T100000
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:B
                UID:b
                DTSTART;TZID=Chez nous:20261102T100000
                END:VEVENT
                END:VCALENDAR
                """), TODAY, ZoneId.of("Europe/Paris"));
        assertThat(starts(reading)).containsExactly("2026-10-30T14:00:00Z", "2026-11-02T15:00:00Z");
        assertThat(reading.assumedZone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DTSTART;TZID=Nulle part:20261109T140000", "DTSTART:20261109T140000"})
    void assumesAndReportsOrganisationsZoneIfMissing(String start) throws IOException {
        ParsedCalendar reading = read("UID:a\n" + start);
        assertThat(starts(reading)).containsExactly("2026-11-09T19:00:00Z");
        assertThat(reading.assumedZone()).isTrue();
    }

    @Test
    void readsExceptionsCancellationsAndMoves() throws IOException {
        String master = """
                UID:serie
                SUMMARY:Comité
                DTSTART;TZID=America/Toronto:20261005T100000
                DTEND;TZID=America/Toronto:20261005T110000
                RRULE:FREQ=WEEKLY;UNTIL=20261123T150000Z
                RDATE;TZID=America/Toronto:20261107T100000
                EXDATE;TZID=America/Toronto:20261012T100000
                EXDATE:20261019T140000Z
                """;
        String moved = """
                UID:serie
                SUMMARY:Comité, remis
                RECURRENCE-ID:20261109T150000Z
                DTSTART;TZID=America/Toronto:20261111T133000
                DTEND;TZID=America/Toronto:20261111T143000
                """;
        String cancelled = """
                UID:serie
                RECURRENCE-ID;TZID=America/Toronto:20261116T100000
                DTSTART;TZID=America/Toronto:20261116T100000
                STATUS:CANCELLED
                """;
        // An exception may come before its series.
        ParsedCalendar reading = read(moved, master, cancelled);
        assertThat(instances(reading))
                .containsExactly("2026-10-05", "2026-10-26", "2026-11-02", "2026-11-07", "2026-11-09", "2026-11-23");
        Occurrence it = reading.occurrences().stream()
                .filter(each -> each.instance().equals("2026-11-09"))
                .findFirst()
                .orElseThrow();
        assertThat(it.start()).isEqualTo("2026-11-11T18:30:00Z");
        assertThat(it.title()).isEqualTo("Comité, remis");
    }

    @Test
    void exceptionForFollowingOccurrencesMovesThem() throws IOException {
        String master = """
                UID:serie
                SUMMARY:Comité
                DTSTART;TZID=America/Toronto:20250106T100000
                DTEND;TZID=America/Toronto:20250106T110000
                RRULE:FREQ=WEEKLY;UNTIL=20261123T235900Z
                """;
        // Long before the window: on Tuesdays, in the afternoon and for two hours, across the change of clocks.
        String onward = """
                UID:serie
                SUMMARY:Comité élargi
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20260202T100000
                DTSTART;TZID=America/Toronto:20260203T133000
                DTEND;TZID=America/Toronto:20260203T153000
                """;
        String alone = """
                UID:serie
                SUMMARY:Comité, en ligne
                RECURRENCE-ID;TZID=America/Toronto:20261109T100000
                DTSTART;TZID=America/Toronto:20261112T090000
                """;
        String ended = """
                UID:serie
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20261116T100000
                DTSTART;TZID=America/Toronto:20261116T100000
                STATUS:CANCELLED
                """;
        ParsedCalendar reading = read(master, onward, alone, ended);
        assertThat(starts(reading))
                .startsWith("2026-09-15T17:30:00Z")
                .endsWith("2026-10-27T17:30:00Z", "2026-11-03T18:30:00Z", "2026-11-12T14:00:00Z");
        assertThat(reading.occurrences())
                .filteredOn(it -> !it.title().equals("Comité, en ligne"))
                .hasSize(8)
                .allSatisfy(it -> {
                    assertThat(it.title()).isEqualTo("Comité élargi");
                    assertThat(Duration.between(it.start(), it.end())).isEqualTo(Duration.ofHours(2));
                });
    }

    @Test
    void recognisesOccurrencesOfMovedSeries() throws IOException {
        String rule = "\nRRULE:FREQ=WEEKLY;COUNT=4";
        assertThat(instances(read("UID:a\nDTSTART;TZID=America/Toronto:20261020T100000" + rule)))
                .isEqualTo(instances(read("UID:a\nDTSTART;TZID=America/Toronto:20261020T153000" + rule)));
    }

    @Test
    void distinguishesOccurrencesOfOneDay() throws IOException {
        assertThat(instances(read("UID:a\nDTSTART:20261110T090000Z\nRRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=4")))
                .containsExactly("2026-11-10", "2026-11-10T15:00", "2026-11-11", "2026-11-11T15:00");
    }

    @Test
    void wholeDayUsesOrganisationsZone() throws IOException {
        Occurrence it = one("UID:a\nSUMMARY:Congrès\nDTSTART;VALUE=DATE:20261104\nDTEND;VALUE=DATE:20261107");
        assertThat(it.allDay()).isTrue();
        assertThat(it.start().atZone(MONTREAL).toLocalDate()).isEqualTo("2026-11-04");
        assertThat(it.end().atZone(MONTREAL).toLocalDateTime()).isEqualTo("2026-11-07T00:00");
        assertThat(one("UID:b\nDTSTART;VALUE=DATE:20261031").end()).isEqualTo("2026-11-01T04:00:00Z");
    }

    @Test
    void limitsEndlessRecurrenceToStoredDays() throws IOException {
        assertThat(read("UID:a\nDTSTART:19700101T090000Z\nRRULE:FREQ=DAILY").occurrences())
                .hasSizeBetween(119, 123);
        assertThat(read("UID:a\nDTSTART:20260101T090000Z\nRRULE:FREQ=SECONDLY").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:20261101T090000Z\nRRULE:FREQ=MINUTELY").occurrences())
                .hasSize(1);
    }

    @Test
    void ignoresPrivateAndCancelledEntries() throws IOException {
        assertThat(read("UID:a\nDTSTART:20261110T150000Z\nCLASS:PRIVATE").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:20261110T150000Z\nSTATUS:CANCELLED").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:pas une date").occurrences()).isEmpty();
    }

    @Test
    void readsSeveralCalendarsAndIgnoresAlarmsAndTasks() throws IOException {
        String one = """
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:t
                DTSTART:20261110T150000Z
                END:VTODO
                BEGIN:VEVENT
                SUMMARY:A
                UID:%s
                DTSTART:20261110T150000Z
                BEGIN:VALARM
                DURATION:PT9H
                UID:alarme
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """;
        assertThat(CalendarReader.read(stream("\uFEFF" + one.formatted("a") + one.formatted("b")), TODAY, MONTREAL)
                        .occurrences())
                .extracting(Occurrence::uid)
                .containsExactlyInAnyOrder("a", "b");
    }
}
