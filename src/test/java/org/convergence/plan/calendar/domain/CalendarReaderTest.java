package org.convergence.plan.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.calendar.domain.CalendarReader.Reading;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReaderTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    @Test
    void anEntryIsWhatTheCalendarSays() throws IOException {
        Occurrence it = one("""
                UID:rencontre-1
                SUMMARY:Concertation\\, table de quartier\\; suite
                LOCATION:Centre Saint-Pierre
                DTSTART;TZID=America/Toronto:20261109T140000
                DTEND;TZID=America/Toronto:20261109T160000
                """);
        assertThat(it.title()).isEqualTo("Concertation, table de quartier; suite");
        assertThat(it.place()).isEqualTo("Centre Saint-Pierre");
        assertThat(it.start()).isEqualTo("2026-11-09T19:00:00Z");
        assertThat(it.end()).isEqualTo("2026-11-09T21:00:00Z");
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

    @Property(tries = 200)
    void inEveryZoneARuleKeepsItsHour(
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
            // An hour that the clock skips is told an hour later.
            assertThat(it.start())
                    .isEqualTo(
                            ZonedDateTime.of(day, LocalTime.of(hour, 0), where).toInstant());
            assertThat((day.toEpochDay() - first.toEpochDay()) % interval).isZero();
        }
        assertThat(all.stream().map(Occurrence::instance).distinct()).hasSize(all.size());
    }

    @Test
    void aZoneThatTheCalendarDefinesItselfIsUsed() throws IOException {
        Reading reading = CalendarReader.read(stream("""
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
    void whereTheZoneIsMissingTheOrganisationsIsTakenAndSaid(String start) throws IOException {
        Reading reading = read("UID:a\n" + start);
        assertThat(starts(reading)).containsExactly("2026-11-09T19:00:00Z");
        assertThat(reading.assumedZone()).isTrue();
    }

    @Test
    void exceptionsCancelledOnesAndMovedOnesAreRead() throws IOException {
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
        // What stands instead may come before what it stands for.
        Reading reading = read(moved, master, cancelled);
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
    void whenTheHourOfASeriesIsMovedEachIsKnownAgain() throws IOException {
        String rule = "\nRRULE:FREQ=WEEKLY;COUNT=4";
        assertThat(instances(read("UID:a\nDTSTART;TZID=America/Toronto:20261020T100000" + rule)))
                .isEqualTo(instances(read("UID:a\nDTSTART;TZID=America/Toronto:20261020T153000" + rule)));
    }

    @Test
    void severalOnADayAreToldApart() throws IOException {
        assertThat(instances(read("UID:a\nDTSTART:20261110T090000Z\nRRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=4")))
                .containsExactly("2026-11-10", "2026-11-10T15:00", "2026-11-11", "2026-11-11T15:00");
    }

    @Test
    void aWholeDayIsADayOfTheOrganisation() throws IOException {
        Occurrence it = one("UID:a\nSUMMARY:Congrès\nDTSTART;VALUE=DATE:20261104\nDTEND;VALUE=DATE:20261107");
        assertThat(it.allDay()).isTrue();
        assertThat(it.start().atZone(MONTREAL).toLocalDate()).isEqualTo("2026-11-04");
        assertThat(it.end().atZone(MONTREAL).toLocalDateTime()).isEqualTo("2026-11-07T00:00");
        assertThat(one("UID:b\nDTSTART;VALUE=DATE:20261031").end()).isEqualTo("2026-11-01T04:00:00Z");
    }

    @Test
    void aRecurrenceWithoutEndIsKeptWithinTheDaysThatAreKept() throws IOException {
        List<Occurrence> all =
                read("UID:a\nDTSTART:19700101T090000Z\nRRULE:FREQ=DAILY").occurrences();
        assertThat(all).hasSizeBetween(119, 123);
        assertThat(read("UID:a\nDTSTART:20260101T090000Z\nRRULE:FREQ=SECONDLY").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:20261101T090000Z\nRRULE:FREQ=MINUTELY").occurrences())
                .hasSize(1);
    }

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
    void whatIsPrivateOrCancelledIsNotRead() throws IOException {
        assertThat(read("UID:a\nDTSTART:20261110T150000Z\nCLASS:PRIVATE").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:20261110T150000Z\nSTATUS:CANCELLED").occurrences())
                .isEmpty();
        assertThat(read("UID:a\nDTSTART:pas une date").occurrences()).isEmpty();
    }

    @Test
    void severalCalendarsInOneFileAndAlarmsAndTasksAreRead() throws IOException {
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

    @Test
    void aPageInsteadOfACalendarAndOneThatIsCutAreSaid() {
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
    void wordsOfOldWindowsAndLongLinesAreRead() throws IOException {
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
    void howLinesAreFoldedMakesNoDifference(@ForAll @IntRange(min = 1, max = 80) int width) throws IOException {
        String text =
                calendar("UID:a\nSUMMARY:Assemblée générale 🌎 des membres\nDTSTART:20261110T150000Z\nDURATION:PT2H");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var folded = new java.io.ByteArrayOutputStream();
        int column = 0;
        for (byte each : bytes) {
            if (each == '\n') {
                column = 0;
            } else if (++column > width) {
                // In the middle of a character too.
                folded.write("\r\n ".getBytes(StandardCharsets.US_ASCII));
                column = 1;
            }
            folded.write(each);
        }
        assertThat(CalendarReader.read(new ByteArrayInputStream(folded.toByteArray()), TODAY, MONTREAL))
                .isEqualTo(CalendarReader.read(stream(text), TODAY, MONTREAL));
    }

    @Property(tries = 500)
    void nothingThatIsDamagedBreaksTheReading(@ForAll @IntRange(max = 400) int at, @ForAll byte with)
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
    void aMillionEventsAreRefused() {
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

    private static Occurrence one(String event) throws IOException {
        List<Occurrence> all = read(event).occurrences();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Reading read(String... events) throws IOException {
        return CalendarReader.read(stream(calendar(events)), TODAY, MONTREAL);
    }

    private static String refused(String text) {
        Refused refused = catchThrowableOfType(Refused.class, () -> CalendarReader.read(stream(text), TODAY, MONTREAL));
        return Objects.requireNonNull(refused).messageKey();
    }

    private static String calendar(String... events) {
        var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\n")
                    .append(event.contains("SUMMARY") ? "" : "SUMMARY:Rencontre\n")
                    .append(event.strip())
                    .append("\nEND:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> starts(Reading reading) {
        return reading.occurrences().stream()
                .map(Occurrence::start)
                .sorted()
                .map(Instant::toString)
                .toList();
    }

    private static List<String> instances(Reading reading) {
        return reading.occurrences().stream()
                .sorted(Comparator.comparing(Occurrence::start))
                .map(Occurrence::instance)
                .sorted()
                .toList();
    }
}
