package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.access.Actor;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calendars are connected, read again, private to their owner, and disconnected. */
class CalendarConnectionPagesTest extends CalendarPagesFixture {

    @Test
    void hidesEntriesFromOtherUsers() {
        feed.event("a", "Rendez-vous chez le médecin", 2);
        connect();
        Element row = row(Pages.require(get(elodie, ROOM)), "médecin");
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.COORDINATOR);
        assertThat(Pages.require(get(luc, ROOM)).text()).doesNotContain("médecin");
        assertThat(Pages.require(get(luc, "/")).text()).doesNotContain("médecin");
        for (String gesture : List.of("done", "postpone", "dismiss", "never", "ask")) {
            String place = ROOM + "/entries/" + entry(row) + "/" + gesture;
            assertThat(send(luc, place, Map.of())).hasStatus(404);
        }
        String form = row.select(".what a").attr("href");
        assertThat(get(luc, form)).hasStatus(404);
        UUID calendar =
                db.sql("SELECT id FROM plan.calendar_source").query(UUID.class).single();
        assertThat(send(luc, ROOM + "/" + calendar + "/remove", Map.of())).hasStatus(404);
        assertThat(send(luc, ROOM + "/" + calendar + "/read", Map.of())).hasStatus(404);
        assertThat(get(crew.hire(visitors, "Thérèse", "B", Role.BOARD_MEMBER), ROOM))
                .hasStatus(403);
        assertThat(asked()).hasSize(1);
        assertThat(Pages.text(get(luc, "/platform/search?q=médecin"))).doesNotContain("Rendez-vous chez");
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.audit_entry WHERE before::text || after::text ~ 'médecin|localhost|private-'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void encryptsAndHidesAddress() {
        feed.event("a", "Rencontre", 2);
        connect();
        Document page = Pages.require(get(elodie, ROOM));
        assertThat(page.html()).contains("localhost").doesNotContain(CalendarFeedServer.SECRET);
        String kept = db.sql("SELECT row_to_json(s)::text FROM plan.calendar_source s")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(CalendarFeedServer.SECRET).doesNotContain("basic.ics");
    }

    @Test
    void unreadableCalendarReportsErrorAndKeepsEntries() {
        feed.event("a", "Rencontre", 2);
        connect();
        feed.fails(503);
        round();
        assertThat(Pages.require(get(elodie, ROOM)).select(".late").text()).contains("localhost", "503");
        assertThat(asked()).hasSize(1);
        assertThat(Pages.require(get(elodie, "/")).text()).doesNotContain("ne se lit plus");
        db.sql("UPDATE plan.calendar_source SET failing_since = now() - interval '25 hours'")
                .update();
        assertThat(Pages.require(get(elodie, "/")).text()).contains("ne se lit plus depuis un jour");
        assertThat(db.sql("SELECT next_at > now() + interval '110 minutes' FROM plan.calendar_source")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        feed.fails(200);
        round();
        assertThat(Pages.require(get(elodie, ROOM)).select(".late")).isEmpty();
        feed.sends("<html><body>Connexion</body></html>");
        round();
        assertThat(Pages.require(get(elodie, ROOM)).select(".late").text()).contains("une page, pas un agenda");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void refusesToConnectUnreadableCalendar() {
        String inside = feed.address().replace("localhost", "127.0.0.1");
        assertThat(refused(inside)).contains("réseau privé");
        feed.sends(inside);
        assertThat(refused(feed.address())).contains("réseau privé");
        feed.sends("http://169.254.169.254/latest");
        assertThat(refused(feed.address())).contains("réseau privé");
        feed.sends("<!doctype html><p>Connexion");
        assertThat(refused(feed.address())).contains("une page, pas un agenda");
        feed.sends("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
        assertThat(refused("webcal" + feed.address().substring(4))).contains("certificat");
        assertThat(refused(feed.address())).contains("s’arrête au milieu");
        assertThat(refused("")).contains("Collez une adresse");
        assertThat(refused("mon agenda")).contains("https://");
        assertThat(count("plan.calendar_source")).isZero();
    }

    @Test
    void removesOneOfTwoConnectionsAndKeepsAskingFromTheOther() {
        feed.event("a", "Sans réponse", 3);
        connect();
        connect();
        UUID second = db.sql("SELECT source FROM plan.calendar_entry")
                .query(UUID.class)
                .single();
        assertThat(send(elodie, ROOM + "/" + second + "/remove", Map.of())).hasStatus(303);
        round();
        assertThat(asked()).containsExactly("Sans réponse");
    }

    @Test
    void asksAboutEntryDeletedInOneOfTwoCalendars() {
        feed.event("a", "Dans les deux", 3);
        connect();
        try (CalendarFeedServer second = new CalendarFeedServer()) {
            second.event("a", "Dans les deux", 3).event("b", "Autre", 2);
            assertThat(send(elodie, ROOM + "/connect", Map.of("address", second.address())))
                    .hasStatus(303);
            second.clear().event("b", "Autre", 2);
            round();
            round();
            assertThat(asked()).containsExactly("Autre", "Dans les deux");
            round();
            assertThat(feed.told()).as("read in full once").isEqualTo(2);
        }
    }

    @Test
    void reconnectedCalendarRepeatsNoQuestion() {
        feed.event("a", "Répondue", 2).event("b", "Sans réponse", 3);
        connect();
        assertThat(press(row(Pages.require(get(elodie, ROOM)), "Répondue"), "dismiss"))
                .hasStatus(303);
        UUID calendar =
                db.sql("SELECT id FROM plan.calendar_source").query(UUID.class).single();
        assertThat(send(elodie, ROOM + "/" + calendar + "/remove", Map.of())).hasStatus(303);
        assertThat(count("plan.calendar_entry")).isZero();
        assertThat(Pages.require(get(elodie, ROOM)).text()).contains("Connecter mon agenda");
        MvcTestResult sent = browser.post()
                .uri(ROOM + "/connect")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "agenda.ics", "text/calendar", feed.text().getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(as(elodie))
                .exchange();
        assertThat(sent).hasStatus(303);
        assertThat(asked()).containsExactly("Sans réponse");
        assertThat(Pages.require(get(elodie, ROOM)).text()).contains("Agenda d’Élodie", "fichier");
    }

    @Test
    void deletesOldEntriesAndThoseOfFormerUsers() {
        feed.event("a", "Rencontre", 2).event("b", "Ancienne", 90);
        connect();
        assertThat(count("plan.calendar_entry")).isEqualTo(1);
        db.sql(
                        "UPDATE plan.calendar_entry SET starts_at = now() - interval '70 days', ends_at = now() - interval '69 days'")
                .update();
        sweep();
        assertThat(count("plan.calendar_entry")).isZero();
        assertThat(count("plan.calendar_source")).isEqualTo(1);
        leaves(elodie);
        sweep();
        assertThat(count("plan.calendar_source")).isZero();
    }

    @Test
    void stopsReadingCalendarAfterEndOfRole() {
        feed.event("a", "Rencontre", 2);
        connect();
        leaves(elodie);
        feed.event("b", "Autre", 3);
        round();
        assertThat(count("plan.calendar_entry")).isEqualTo(1);
    }
}
