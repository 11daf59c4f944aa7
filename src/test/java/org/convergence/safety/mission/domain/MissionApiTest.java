package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.safety.mission.MissionId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Missions and check-ins for programs. */
@ModuleTest
class MissionApiTest extends MissionFixture {

    private static final String MISSIONS = "/api/v1/missions";

    @Autowired
    private ProtectionService protection;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void preparesAMissionWithCheckInsAndRecordsASignOfLife() {
        MvcTestResult made = send(lead, MISSIONS, body("\"country\": \"CO\"", "30"), "k1");
        assertThat(made).hasStatus(201);
        String id = Json.parse(Pages.text(made)).node().path("id").asString();
        assertThat(Pages.text(made))
                .contains("\"advisory\":\"UNKNOWN\"", "\"mayDepart\":false", "\"state\":\"PREPARED\"");
        assertThat(Pages.text(send(lead, MISSIONS, body("\"country\": \"CO\"", "30"), "k1")))
                .as("once")
                .contains(id);
        clock.moveTo(Instant.parse("2027-02-02T01:10:00Z"));
        String answered = Pages.text(send(traveller, MISSIONS + "/" + id + "/check-ins", "{}", "k2"));
        assertThat(answered)
                .contains("\"due\":\"2027-02-02T01:00:00Z\"", "\"grace\":30", "\"zone\":\"America/Bogota\"")
                .contains("\"due\":\"2027-02-03T01:00:00Z\"");
        assertThat(send(colleague, MISSIONS + "/" + id + "/check-ins", "{}", "k3"))
                .hasStatus(404);
        assertThat(send(
                        lead,
                        MISSIONS + "/" + id + "/check-ins",
                        "{\"traveller\": \"%s\"}".formatted(UUID.randomUUID()),
                        "k4"))
                .hasStatus(404);
    }

    @Test
    void aTravellerAtRiskAppearsUnderTheCodeNameEverywhere() {
        MissionId id = approve();
        db.sql("UPDATE identity.account SET closed_at = ? WHERE person_id = ?")
                .params(
                        OffsetDateTime.parse("2027-01-01T00:00:00Z"),
                        person(traveller).value())
                .update();
        as(lead, () -> {
            protection.seal(person(traveller), protection.findVersion(person(traveller)), "Sterne", List.of());
            return true;
        });
        clock.moveTo(START.atTime(21, 30).atZone(BOGOTA).toInstant());
        recurring.stream().filter(each -> each.name().equals("mission-alarm")).forEach(RecurringWork::run);
        for (String page : List.of("/safety/mission/" + id.value(), "/safety/mission/" + id.value() + "/watch")) {
            assertThat(Pages.text(pages.as(lead).get(page)))
                    .as(page)
                    .contains("Sterne")
                    .doesNotContain("Nadège", "nadege@");
        }
        for (String page : List.of("/", "/safety/mission", "/api/v1/missions/" + id.value())) {
            assertThat(Pages.text(pages.as(lead).get(page)))
                    .as(page)
                    .contains(TITLE)
                    .doesNotContain("Nadège");
        }
        assertThat(db.sql(
                                "SELECT recipient || subject || body FROM platform.mail_message WHERE purpose = 'mission_alert'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(
                        letter -> letter.contains("Nadège") || letter.contains("nadege@") || letter.contains("Sterne"));
    }

    @Test
    void aProgramThatIsNoPersonPassesOnASignOfLife() {
        Actor program = new Actor(Actor.AUTOMATION, "automation", null, null, lead.permissions());
        MvcTestResult made = send(program, MISSIONS, body("\"country\": \"CO\"", "30"), "p1");
        assertThat(made).hasStatus(201);
        String checkIns =
                MISSIONS + "/" + Json.parse(Pages.text(made)).node().path("id").asString() + "/check-ins";
        clock.moveTo(Instant.parse("2027-02-02T01:10:00Z"));
        assertThat(Pages.text(send(program, checkIns, "{}", "p2"))).contains("\"due\":\"2027-02-02T01:00:00Z\"");
        assertThat(send(program, checkIns, "{\"traveller\": \"%s\"}".formatted(UUID.randomUUID()), "p3"))
                .hasStatus(404);
        assertThat(send(colleague, checkIns, "{}", "p4"))
                .as("a person not named on it")
                .hasStatus(404);
    }

    @Test
    void namesACheckInThatCannotBeRead() {
        String wrong = body("\"country\": \"CO\"", "30").replace("2027-02-01T20:00:00-05:00", "2027-02-01 20:00");
        assertThat(Pages.text(send(lead, MISSIONS, wrong, "n1"))).contains("\"field\":\"checkIns[0].due\"");
        assertThat(Pages.text(send(lead, MISSIONS, body("\"country\": \"CO\"", "-5"), "n2")))
                .contains("\"field\":\"checkIns[0].grace\"");
    }

    @Test
    void refusesAnUnreadableMission() {
        assertThat(send(lead, MISSIONS, body("\"country\": \"ZZ\"", "30"), "r1"))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"legs[0].country\"");
        assertThat(send(lead, MISSIONS, body("\"country\": \"MX\"", "30"), "r2"))
                .as("several zones")
                .hasStatus(422);
        assertThat(send(lead, MISSIONS, body("\"country\": \"CO\"", "-5"), "r3"))
                .hasStatus(422);
        assertThat(send(traveller, MISSIONS, body("\"country\": \"CO\"", "30"), "r5"))
                .hasStatus(403);
        assertThat(send(lead, MISSIONS, "{\"title\": \"x\"}", "r6")).hasStatus(422);
    }

    private String body(String country, String grace) {
        return """
                {"title": "%s", "purpose": "Préparer le stage", "travellers": ["%s"], "president": "%s",
                 "legs": [{%s, "place": "Barrancabermeja", "from": "%s", "to": "%s"}],
                 "checkIns": [{"due": "2027-02-01T20:00:00-05:00", "grace": %s},
                              {"due": "2027-02-02T20:00:00-05:00"}]}
                """.formatted(TITLE, traveller.personId(), president.personId(), country, START, END, grace);
    }

    private MvcTestResult send(Actor actor, String url, String body, String key) {
        return mvc.post()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .with(csrf())
                .header("Idempotency-Key", key + "-" + actor.id())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
