package org.convergence.plan.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@ModuleTest
class CalendarApiTest {

    private static final String CALENDARS = "/api/v1/calendars";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private JdbcClient db;

    private final CalendarFeedServer feed = new CalendarFeedServer();
    private final AtomicInteger open = new AtomicInteger(-1);
    private Actor elodie = Actor.VISITOR;

    @BeforeEach
    void someone() {
        visitors.ensureOrganisation();
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        feed.event("a", "Rencontre", 2).event("b", "Autre", 3);
    }

    @AfterEach
    void gone() {
        feed.close();
    }

    @Test
    void connectsCalendarOnceUnderOneKeyWithoutShowingItsAddress() {
        String key = UUID.randomUUID().toString();
        String sent = "{\"address\": \"%s\"}".formatted(feed.address());
        MvcTestResult made = post(elodie, CALENDARS, sent, key);
        assertThat(made).hasStatus(201);
        assertThat(Pages.text(made)).contains("localhost").doesNotContain(CalendarFeedServer.SECRET);
        assertThat(Pages.text(post(elodie, CALENDARS, sent, key))).isEqualTo(Pages.text(made));
        JsonNode list = json(get(elodie, CALENDARS)).path("items");
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("entries").asInt()).isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM platform.idempotency_answer WHERE body LIKE '%' || ? || '%'")
                        .param(CalendarFeedServer.SECRET)
                        .query(Long.class)
                        .single())
                .isZero();
        String place = CALENDARS + "/" + list.get(0).path("id").asString();
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.COORDINATOR);
        assertThat(delete(luc, place)).hasStatus(404);
        assertThat(delete(elodie, place)).hasStatus(204);
        assertThat(json(get(elodie, CALENDARS)).path("items")).isEmpty();
    }

    @Test
    void noTransactionIsOpenDuringRemoteRead() {
        feed.meanwhile(() -> open.set(db.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND state LIKE 'idle in transaction%'
                        """).query(Integer.class).single()));
        String sent = "{\"address\": \"%s\"}".formatted(feed.address());
        String key = UUID.randomUUID().toString();
        assertThat(post(elodie, CALENDARS, sent, key)).hasStatus(201);
        assertThat(open).hasValue(0);
        feed.fails(500);
        assertThat(post(elodie, CALENDARS, sent, key)).as("answered before").hasStatus(201);
        assertThat(feed.asked()).isEqualTo(1);
        assertThat(post(elodie, CALENDARS, "{}", key)).as("another body").hasStatus(422);
    }

    @Test
    void pagesEntriesAndAcceptsOneAnswer() {
        post(elodie, CALENDARS, "{\"address\": \"%s\"}".formatted(feed.address()), null);
        JsonNode first = json(get(elodie, CALENDARS + "/entries?limit=1"));
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("items").get(0).path("title").asString()).isEqualTo("Rencontre");
        assertThat(json(get(
                                elodie,
                                CALENDARS + "/entries?after="
                                        + first.path("next").asString()))
                        .path("items"))
                .hasSize(1);
        String place =
                CALENDARS + "/entries/" + first.path("items").get(0).path("id").asString() + "/answer";
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.COORDINATOR);
        assertThat(post(luc, place, "{\"answer\": \"DONE\"}", null)).hasStatus(404);
        assertThat(post(elodie, place, "{\"answer\": \"PEUT-ÊTRE\"}", null)).hasStatus(422);
        assertThat(post(
                        elodie,
                        place,
                        "{\"answer\": \"DONE\", \"actions\": [\"%s\"]}".formatted(UUID.randomUUID()),
                        null))
                .hasStatus(422);
        MvcTestResult done = post(elodie, place, "{\"answer\": \"DONE\"}", null);
        assertThat(done).hasStatus(201);
        assertThat(json(done).path("realisation").asString()).hasSize(36);
        assertThat(post(elodie, place, "{\"answer\": \"DISMISSED\"}", null)).hasStatus(422);
        assertThat(json(get(elodie, CALENDARS + "/entries")).path("items")).hasSize(1);
    }

    @Test
    void refusesUnreadableCalendarWithReason() {
        String inside = "{\"address\": \"http://169.254.169.254/latest\"}";
        assertThat(post(elodie, CALENDARS, inside, null)).hasStatus(422);
        assertThat(post(elodie, CALENDARS, "{}", null)).hasStatus(422);
        assertThat(get(crew.hire(visitors, "Thérèse", "B", Role.BOARD_MEMBER), CALENDARS))
                .hasStatus(403);
    }

    private MvcTestResult get(Actor actor, String url) {
        return browser.get()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    private MvcTestResult delete(Actor actor, String url) {
        return browser.delete()
                .uri(url)
                .with(csrf())
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    private MvcTestResult post(Actor actor, String url, String body, @org.jspecify.annotations.Nullable String key) {
        var request = browser.post()
                .uri(url)
                .contentType("application/json")
                .content(body)
                .with(csrf())
                .with(authentication(new ActorAuthentication(actor)));
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static JsonNode json(MvcTestResult result) {
        return Json.parse(Pages.text(result)).node();
    }
}
