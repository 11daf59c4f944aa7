package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.home.WeekFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A meeting moved across the change to or from daylight saving time stays at seven in the evening everywhere. */
@ModuleTest
class DaylightSavingTest {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MeetingService planning;

    @Autowired
    private MeetingNoticeService convening;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Test
    void movedMeetingKeepsItsHourEverywhere() throws Exception {
        visitors.ensureOrganisation();
        week.begin();
        ZoneId zone = settings.current().zone();
        // A Sunday; the meeting is moved from the evening before to that evening.
        LocalDate change = zone.getRules()
                .nextTransition(ZonedDateTime.now(zone).plusDays(14).toInstant())
                .getDateTimeBefore()
                .toLocalDate();
        LocalDateTime before = change.minusDays(1).atTime(19, 0);
        LocalDateTime after = change.atTime(19, 0);
        assertThat(zone.getRules().getOffset(before))
                .isNotEqualTo(zone.getRules().getOffset(after));

        BoardFixture.SeatedBoard seated = board.addBoard();
        Actor member = week.someone(visitors, "Thérèse", "Bouchard", Role.BOARD_MEMBER);
        board.appoint(seated.seats().get(4), SeatRole.HOLDER, TimeFixture.person(member), BoardFixture.FOUNDED);
        MeetingId meeting = meetings.plan(seated.id(), before);
        board.callAs(() -> convening.convene(meeting));
        String feed = feed(member);
        VEvent first = event(feed);
        assertThat(start(first)).isEqualTo(before.atZone(zone).toInstant());
        assertThat(property(first, "SEQUENCE")).isEqualTo("0");

        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now()")
                .update();
        int version = meetings.agenda(meeting).meeting().version();
        board.callAs(() -> planning.correct(meeting, version, MeetingFixture.factsAt(after)));

        VEvent moved = event(feed);
        assertThat(property(moved, "UID")).isEqualTo(property(first, "UID"));
        assertThat(property(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(start(moved)).isEqualTo(after.atZone(zone).toInstant());
        assertThat(property(moved, "DTSTART"))
                .isEqualTo(after.format(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")));

        String said = change.format(LONG);
        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE purpose = 'assembly_moved'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThat(text).contains(said, "19\u00a0h").doesNotContain("18\u00a0h", "20\u00a0h"));
        String link = "/outreach/assembly/link/" + board.callAs(() -> convening.issueLink(meeting));
        assertThat(plain(Jsoup.parse(new String(read(link), StandardCharsets.UTF_8))
                        .text()))
                .contains(said, "19 h");
        assertThat(words(read(link + "/papers.pdf"))).contains(said, "19 h");
    }

    private String feed(Actor whose) {
        String page = new String(
                browser.post()
                        .uri("/home/reminders/calendar")
                        .with(authentication(new ActorAuthentication(whose)))
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        String whole = Jsoup.parse(page).select("main code").text();
        return whole.substring(whole.indexOf("/api"));
    }

    private VEvent event(String feed) throws Exception {
        List<VEvent> events = new CalendarBuilder()
                .build(new java.io.ByteArrayInputStream(read(feed)))
                .getComponents("VEVENT");
        return events.stream()
                .filter(each -> property(each, "UID").contains("meeting"))
                .findFirst()
                .orElseThrow();
    }

    private static String property(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    private static java.time.Instant start(VEvent event) {
        return ZonedDateTime.from(event.getDateTimeStart().getDate()).toInstant();
    }

    private byte[] read(String url) {
        return browser.get().uri(url).exchange().getResponse().getContentAsByteArray();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    /** The text with single spaces between words. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\h]+", " ");
    }
}
