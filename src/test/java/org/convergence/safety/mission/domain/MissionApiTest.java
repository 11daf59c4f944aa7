package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.MissionPolicy.EscalationStep;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Missions and check-ins for programs. */
@ModuleTest
class MissionApiTest extends MissionFixture {

    private static final String MISSIONS = "/api/v1/missions";

    @Autowired
    private ProtectionService protection;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private CheckInRepository repository;

    @Autowired
    private PlatformTransactionManager transactions;

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
    void aTravellerAtRiskAppearsUnderTheCodeNameEverywhere() throws IOException {
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
        byte[] sheet = pages.as(lead)
                .get("/safety/mission/" + id.value() + "/sheet.pdf")
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(sheet)) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Barrancabermeja", "Maryse Roy")
                    .doesNotContain("Nadège", "Pierre");
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
    void aVisitOverTheDateLineAndIntoSummerTimeIsAwaitedAtEightInTheEvening() {
        MvcTestResult made = pages.as(lead)
                .post(
                        "/safety/mission/new",
                        "title=Tournée",
                        "kind=PARTNER_VISIT",
                        "purpose=Rencontrer",
                        "risk=MODERATE",
                        "travellers=" + traveller.personId(),
                        "lead=" + lead.personId(),
                        "president=" + president.personId(),
                        "leg1-country=JP",
                        "leg1-place=Osaka",
                        "leg1-from=2027-03-11",
                        "leg1-to=2027-03-13",
                        "leg2-country=US",
                        "leg2-place=Honolulu",
                        "leg2-zone=Pacific/Honolulu",
                        "leg2-from=2027-03-12",
                        "leg2-to=2027-03-12",
                        "leg3-country=US",
                        "leg3-place=New York",
                        "leg3-zone=America/New_York",
                        "leg3-from=2027-03-13",
                        "leg3-to=2027-03-14");
        assertThat(made).as(Pages.text(made)).hasStatus(303);
        String url = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(pages.as(lead).open(url).text()).contains("Visite d’un partenaire", "Osaka", "Honolulu");
        assertThat(pages.as(lead).post(url + "/watch/plan")).hasStatus(303);
        assertThat(db.sql("SELECT due_at FROM safety.mission_check_in ORDER BY due_at")
                        .query((row, n) -> row.getObject(1, OffsetDateTime.class)
                                .toInstant()
                                .toString())
                        .list())
                .containsExactly(
                        "2027-03-11T11:00:00Z",
                        "2027-03-12T11:00:00Z",
                        "2027-03-13T06:00:00Z",
                        "2027-03-13T11:00:00Z",
                        "2027-03-14T01:00:00Z",
                        "2027-03-15T00:00:00Z");
        assertThat(pages.as(lead).open(url + "/watch").text().replace('\u00a0', ' '))
                .as("the date once where it is the same day at home")
                .contains("14 mars 2027 à 20 h (New York); 20 h (chez nous)")
                .contains("12 mars 2027 à 20 h (Honolulu); 13 mars 2027 à 1 h (chez nous)", "(Tokyo)");
    }

    @Test
    void aCheckInAtTheInstantOfTheEscalationEndsTheAlert() {
        MissionId id = approve();
        clock.moveTo(START.atTime(21, 30).atZone(BOGOTA).toInstant());
        CompletableFuture<?> answer = new TransactionTemplate(transactions).execute(status -> {
            CheckInLine row = repository
                    .lockMissing(repository.findMissing(clock.instant()).get(0))
                    .get(0);
            assertThat(repository.takeDue(row, clock.instant())).contains(EscalationStep.CALL_TRAVELLER);
            CompletableFuture<?> waiting =
                    CompletableFuture.runAsync(() -> as(traveller, () -> checkIns.record(id, null, "")));
            await().until(() -> db.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                    + " AND wait_event_type = 'Lock'")
                            .query(Integer.class)
                            .single()
                    > 0);
            return waiting;
        });
        Objects.requireNonNull(answer).join();
        assertThat(db.sql("SELECT recipient || ' ' || subject FROM platform.mail_message")
                        .query(String.class)
                        .list())
                .containsExactly("maryse@exemple.org L’alerte est terminée");
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
