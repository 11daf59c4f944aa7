package org.convergence.plan.time.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@ModuleTest
class TimeApiTest {

    private static final String ENTRIES = "/api/v1/time-entries";

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private JdbcClient db;

    private Actor maryse = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;
    private ActionId action = new ActionId(new UUID(0, 0));

    @BeforeEach
    void prepareTeamOfTwo() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.time_contract").update();
        maryse = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
        PlanId plan = ground.plan("Plan d’action");
        action = ground.action(plan, ground.means(plan, "1.2", "Ateliers"), "Donner des ateliers");
    }

    @Test
    void hoursOfOneCellAddUp() {
        String body = "{\"date\": \"2026-06-03\", \"hours\": 2.5, \"action\": \"%s\"}".formatted(action.value());
        assertThat(post(elodie, ENTRIES, body)).hasStatus(201);
        assertThat(json(post(elodie, ENTRIES, body)).path("hours").asDouble())
                .as("sent again within half a minute")
                .isEqualTo(2.5);
        MvcTestResult more = post(elodie, ENTRIES, body.replace("2.5", "3"));
        assertThat(json(more).path("hours").asDouble()).isEqualTo(5.5);
        assertThat(json(get(elodie, ENTRIES)).path("items")).hasSize(1);
    }

    @Test
    void recordsTheSameEntryAgainAfterItWasDeleted() {
        String body = "{\"date\": \"2026-06-03\", \"hours\": 2.5}";
        String made = json(post(elodie, ENTRIES, body)).path("id").asString();
        assertThat(json(post(elodie, ENTRIES, body)).path("id").asString())
                .as("sent twice by mistake")
                .isEqualTo(made);
        assertThat(send(elodie, HttpMethod.DELETE, ENTRIES + "/" + made, "")).hasStatus(204);
        String second = json(post(elodie, ENTRIES, body)).path("id").asString();
        assertThat(second).isNotEqualTo(made);
        assertThat(json(post(elodie, ENTRIES, body)).path("id").asString()).isEqualTo(second);
        assertThat(json(get(elodie, ENTRIES)).path("items")).hasSize(1);
    }

    @Test
    void theOwnerCorrectsAndDeletesAnEntryUntilSubmission() {
        String made = json(post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 5}"))
                .path("id")
                .asString();
        String entry = ENTRIES + "/" + made;
        MvcTestResult corrected = send(elodie, HttpMethod.PUT, entry, "{\"hours\": 1.5}");
        assertThat(json(corrected).path("hours").asDouble()).isEqualTo(1.5);
        assertThat(json(corrected).path("id").asString()).isEqualTo(made);
        assertThat(send(elodie, HttpMethod.PUT, entry, "{\"hours\": -1}")).hasStatus(422);
        assertThat(send(elodie, HttpMethod.PUT, entry, "{}")).hasStatus(422);
        assertThat(send(maryse, HttpMethod.PUT, entry, "{\"hours\": 2}")).hasStatus(404);
        assertThat(send(maryse, HttpMethod.DELETE, entry, "")).hasStatus(404);
        assertThat(send(elodie, HttpMethod.DELETE, entry, "")).hasStatus(204);
        assertThat(send(elodie, HttpMethod.DELETE, entry, "")).hasStatus(404);
        assertThat(json(get(elodie, ENTRIES)).path("items")).isEmpty();
    }

    @Test
    void refusesChangesAfterSubmission() {
        String entry = ENTRIES + "/"
                + json(post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 5}"))
                        .path("id")
                        .asString();
        db.sql("UPDATE plan.time_sheet SET state = 'SUBMITTED', submitted_at = now() WHERE person = ?")
                .param(elodie.personId())
                .update();
        assertThat(send(elodie, HttpMethod.PUT, entry, "{\"hours\": 2}")).hasStatus(422);
        assertThat(send(elodie, HttpMethod.DELETE, entry, "")).hasStatus(422);
        assertThat(post(elodie, ENTRIES, "{\"date\": \"2026-06-04\", \"hours\": 1}"))
                .hasStatus(422);
    }

    @Test
    void everyWrongFieldIsNamedAndTwentyFiveHoursAreRefused() {
        MvcTestResult answer = post(elodie, ENTRIES, "{\"hours\": 25, \"action\": \"x\"}");
        assertThat(answer).hasStatus(422);
        List<String> fields = new ArrayList<>();
        json(answer)
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields).containsExactlyInAnyOrder("date", "action");
        assertThat(post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 25}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"hours\"");
        assertThat(post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 20}"))
                .hasStatus(201);
        assertThat(post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 5}"))
                .hasStatus(422);
        assertThat(post(
                        elodie,
                        ENTRIES,
                        "{\"date\": \"2026-06-03\", \"hours\": 1, \"action\": \"%s\"}".formatted(UUID.randomUUID())))
                .hasStatus(422);
    }

    @Test
    void showsHoursOfOthersOnlyWithPermission() {
        post(elodie, ENTRIES, "{\"date\": \"2026-06-03\", \"hours\": 3}");
        Actor luc = crew.hire(visitors, "Luc", "Gagnon", Role.STAFF);
        assertThat(json(get(luc, ENTRIES)).path("items")).isEmpty();
        assertThat(json(get(luc, ENTRIES + "?person=" + elodie.personId())).path("items"))
                .isEmpty();
        assertThat(json(get(maryse, ENTRIES + "?person=" + elodie.personId())).path("items"))
                .hasSize(1);
        assertThat(get(crew.hire(visitors, "Thérèse", "B", Role.BOARD_MEMBER), ENTRIES))
                .hasStatus(403);
        assertThat(Pages.text(get(luc, "/plan/time/entries/export.csv"))).doesNotContain("Tremblay");
        assertThat(Pages.text(get(maryse, "/plan/time/entries/export.csv"))).contains("Tremblay");
    }

    @Test
    void storesAContractAndRefusesAnOverlappingOne() {
        String body =
                "{\"person\": \"%s\", \"from\": \"2026-01-01\", \"source\": \"INTERN\", \"days\": [7, 7, 7, 3.5, 0, 0, 0]}"
                        .formatted(elodie.personId());
        MvcTestResult made = post(maryse, "/api/v1/contracts", body);
        assertThat(made).hasStatus(201);
        assertThat(json(made).path("office").asInt()).isEqualTo(30);
        assertThat(post(maryse, "/api/v1/contracts", body.replace("INTERN", "VOLUNTEER")))
                .hasStatus(422);
        assertThat(post(maryse, "/api/v1/contracts", body.replace("{\"person\"", "{\"beside\": true, \"person\"")))
                .hasStatus(201);
        assertThat(post(maryse, "/api/v1/contracts", body.replace(", 0, 0, 0]", "]")))
                .hasStatus(422);
        assertThat(get(elodie, "/api/v1/contracts")).hasStatus(403);
        assertThat(json(get(maryse, "/api/v1/contracts")).path("items")).hasSize(2);
    }

    @Test
    void correctsAContractAtTheReadVersionAndKeepsItsPerson() {
        String body =
                "{\"person\": \"%s\", \"from\": \"2026-01-01\", \"source\": \"INTERN\", \"days\": [7, 7, 7, 7, 0, 0, 0]}"
                        .formatted(elodie.personId());
        JsonNode made = json(post(maryse, "/api/v1/contracts", body));
        String at = "/api/v1/contracts/" + made.path("id").asString();
        String corrected = body.replace("INTERN", "PERMANENT")
                .replace(
                        "\"person\": \"%s\"".formatted(elodie.personId()),
                        "\"version\": %d".formatted(made.path("version").asInt()));
        JsonNode answer = json(send(maryse, HttpMethod.PUT, at, corrected));
        assertThat(answer.path("source").asString()).isEqualTo("PERMANENT");
        assertThat(answer.path("person").asString()).isEqualTo(String.valueOf(elodie.personId()));
        assertThat(send(maryse, HttpMethod.PUT, at, corrected)).hasStatus(409);
        assertThat(send(maryse, HttpMethod.PUT, at, "{}")).hasStatus(422);
        assertThat(send(elodie, HttpMethod.PUT, at, corrected)).hasStatus(403);
        assertThat(send(maryse, HttpMethod.PUT, "/api/v1/contracts/" + UUID.randomUUID(), corrected))
                .hasStatus(404);
        assertThat(json(get(maryse, "/api/v1/contracts")).path("items").get(0).path("version"))
                .isEqualTo(answer.path("version"));
    }

    private MvcTestResult post(Actor actor, String url, String body) {
        return send(actor, HttpMethod.POST, url, body);
    }

    private MvcTestResult send(Actor actor, HttpMethod method, String url, String body) {
        return browser.method(method)
                .uri(url)
                .with(csrf())
                .with(authentication(new ActorAuthentication(actor)))
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private MvcTestResult get(Actor actor, String url) {
        return browser.get()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .exchange();
    }

    private static JsonNode json(MvcTestResult result) {
        return Json.parse(Pages.text(result)).node();
    }
}
