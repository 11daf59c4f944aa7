package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.convergence.home.domain.FeedEntryRepository.FeedEntry;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.DeadlineSource.DeadlineOwner;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.junit.jupiter.api.Test;

/** The iCalendar file, as a calendar program parses it. */
class DeadlineCalendarWriterTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final Instant TOLD = Instant.parse("2027-01-04T12:00:00Z");
    private static final Messages MESSAGES = Messages.load();

    @Test
    void writesDaysAsDaysAndMeetingsInZoneOfFile() throws Exception {
        Calendar calendar = read(MONTREAL, day("a/b", "2027-01-15"), meeting("2027-03-14T19:00"));
        VEvent notice = event(calendar, 0);
        assertThat(text(notice, Property.DTSTART)).isEqualTo("DTSTART;VALUE=DATE:20270115");
        assertThat(text(notice, Property.TRANSP)).isEqualTo("TRANSP:TRANSPARENT");
        assertThat(text(notice, Property.SUMMARY)).isEqualTo("SUMMARY:Avis\\; à envoyer\\, sans délai");
        assertThat(text(notice, Property.UID)).isEqualTo("UID:a-b@exemple.org");
        assertThat(text(notice, Property.URL)).isEqualTo("URL:https://exemple.org/x");
        assertThat(text(event(calendar, 1), Property.DTSTART))
                .isEqualTo("DTSTART;TZID=America/Toronto:20270314T190000");
        assertThat(text(event(calendar, 1), Property.DTEND)).isEqualTo("DTEND;TZID=America/Toronto:20270314T210000");
        assertThat(calendar.getComponents(Component.VTIMEZONE)).hasSize(1);
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.toString()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H");
    }

    /** The clocks jump on 14 March 2027 at two; a meeting at seven in the evening is at seven, before and after. */
    @Test
    void keepsLocalTimeAcrossClockChange() throws Exception {
        Calendar calendar = read(MONTREAL, meeting("2027-03-13T19:00"), meeting("2027-03-14T19:00"));
        assertThat(moment(calendar, 0)).isEqualTo(Instant.parse("2027-03-14T00:00:00Z"));
        assertThat(moment(calendar, 1)).isEqualTo(Instant.parse("2027-03-14T23:00:00Z"));
        VTimeZone zone = (VTimeZone) calendar.getComponents(Component.VTIMEZONE).get(0);
        assertThat(zone.toString()).contains("TZID:America/Toronto", "TZNAME:EDT", "TZNAME:EST");
    }

    @Test
    void cancelsRemovedEntryWithItsDayButWithoutText() throws Exception {
        var gone = new FeedEntry("a/b", 3, TOLD, LocalDate.parse("2027-02-01"), null, null);
        VEvent event = event(read(MONTREAL, gone), 0);
        assertThat(text(event, Property.STATUS)).isEqualTo("STATUS:CANCELLED");
        assertThat(text(event, Property.SEQUENCE)).isEqualTo("SEQUENCE:3");
        assertThat(text(event, Property.DTSTART)).isEqualTo("DTSTART;VALUE=DATE:20270201");
        assertThat(text(event, Property.SUMMARY)).isEqualTo("SUMMARY:Annulé");
    }

    @Test
    void theSameDeadlinesGiveTheSameBytes() {
        assertThat(write(MONTREAL, meeting("2027-03-13T19:00")))
                .isEqualTo(write(MONTREAL, meeting("2027-03-13T19:00")));
    }

    @Test
    void usesUtcForZoneWithoutRules() throws Exception {
        for (ZoneId zone : List.of(ZoneId.of("UTC"), ZoneId.of("-05:00"))) {
            Calendar calendar = read(zone, meeting("2027-03-13T19:00"));
            assertThat(calendar.getComponents(Component.VTIMEZONE)).isEmpty();
            assertThat(text(event(calendar, 0), Property.DTSTART)).endsWith("Z");
        }
    }

    @Test
    void noLineIsLongerThanCalendarsRead() {
        String file = new String(write(MONTREAL, day("a/b", "2027-01-15")), StandardCharsets.UTF_8);
        assertThat(file.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    private static FeedEntry day(String key, String day) {
        LocalDate on = LocalDate.parse(day);
        return new FeedEntry(
                key, 0, TOLD, on, null, Deadline.on(on, key, "Avis; à envoyer, sans délai", "/x", DeadlineOwner.MINE));
    }

    private static FeedEntry meeting(String begins) {
        LocalDateTime at = LocalDateTime.parse(begins);
        var meeting = Deadline.at(at, at.plusHours(2), "m/" + at.toLocalDate(), "CA", "/m", DeadlineOwner.TEAM);
        return new FeedEntry(meeting.key(), 1, TOLD, meeting.day(), at, meeting);
    }

    private static byte[] write(ZoneId zone, FeedEntry... told) {
        var organisation =
                new OrganisationProfile("Solidarité en partage", List.of("fr"), zone, MonthDay.of(4, 1), null);
        return new DeadlineCalendarWriter(organisation, "https://exemple.org", MESSAGES.in(Language.FRENCH, zone))
                .write(List.of(told));
    }

    private static Calendar read(ZoneId zone, FeedEntry... told) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(write(zone, told)));
    }

    private static VEvent event(Calendar calendar, int number) {
        return (VEvent) calendar.getComponents(Component.VEVENT).get(number);
    }

    private static Instant moment(Calendar calendar, int number) {
        var start = event(calendar, number).getDateTimeStart();
        return ZonedDateTime.from(start.getDate()).toInstant();
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().toString().strip();
    }
}
