package org.convergence.resources.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SubsidyApiTest extends SubsidyFixture {

    private static final String SUBSIDIES = "/api/v1/subsidies";

    @Autowired
    private MockMvcTester mvc;

    @Test
    void opensAFileAndPreparesAClaimOnce() {
        String body = body(worker.personId());
        String key = UUID.randomUUID().toString();
        MvcTestResult opened = send(coordinator, SUBSIDIES, body, key);
        assertThat(opened).hasStatus(201);
        String id = Json.parse(Pages.text(opened)).node().path("id").asString();
        assertThat(Pages.text(send(coordinator, SUBSIDIES, body, key)))
                .as("the same key")
                .contains(id);
        String period = "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(MONDAY, MONDAY.plusDays(6));
        MvcTestResult claim = send(coordinator, SUBSIDIES + "/" + id + "/claims", period, key + 1);
        assertThat(claim).hasStatus(201);
        assertThat(Pages.text(claim)).contains("\"amount\":567.00", "\"hours\":35", "\"state\":\"PREPARED\"");
        assertThat(send(coordinator, SUBSIDIES + "/" + id + "/claims", period, key + 2))
                .as("its hours are claimed")
                .hasStatus(422);
        assertThat(Pages.text(pages.as(worker).get(SUBSIDIES + "/" + id)))
                .contains("\"prepared\":567.00", "\"claimed\":0.00");
        MvcTestResult next = send(
                coordinator,
                "/api/v1/claims",
                "{\"subsidy\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, MONDAY, MONDAY.plusDays(6)),
                key + 4);
        assertThat(next).as("its hours are claimed").hasStatus(422);
        assertThat(Pages.text(pages.as(worker).get("/api/v1/claims")))
                .contains("\"subsidy\":\"" + id, "\"amount\":567.00");
        assertThat(send(worker, SUBSIDIES + "/" + id + "/claims", period, key + 3))
                .hasStatus(403);
    }

    @Test
    void preparesAClaimOnceByTheListOfClaims() {
        String key = UUID.randomUUID().toString();
        String id = Json.parse(Pages.text(send(coordinator, SUBSIDIES, body(worker.personId()), key)))
                .node()
                .path("id")
                .asString();
        String request =
                "{\"subsidy\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, MONDAY, MONDAY.plusDays(6));
        MvcTestResult claim = send(coordinator, "/api/v1/claims", request, key + 1);
        assertThat(claim).hasStatus(201);
        assertThat(Pages.text(claim)).contains("\"subsidy\":\"" + id, "\"amount\":567.00", "\"state\":\"PREPARED\"");
        assertThat(Pages.text(send(coordinator, "/api/v1/claims", request, key + 1)))
                .as("the same key")
                .isEqualTo(Pages.text(claim));
        assertThat(send(worker, "/api/v1/claims", request, key + 2)).hasStatus(403);
    }

    @Test
    void refusesAnUnknownPersonAndAMissingField() {
        assertThat(send(
                        coordinator,
                        SUBSIDIES,
                        body(UUID.randomUUID()),
                        UUID.randomUUID().toString()))
                .hasStatus(422);
        assertThat(send(
                        coordinator,
                        SUBSIDIES,
                        "{\"position\": \"Agente\"}",
                        UUID.randomUUID().toString()))
                .hasStatus(422);
    }

    private String body(@Nullable UUID person) {
        return """
                {"programme": "%s", "position": "Agente", "state": "APPROVED", "person": "%s", "startsOn": "%s",
                 "endsOn": "%s", "weeks": 20, "hours": 35, "wage": 24.00, "charges": 12}
                """.formatted(programme(true), person, MONDAY.minusWeeks(2), MONDAY.plusWeeks(18));
    }

    private MvcTestResult send(Actor actor, String url, String body, String key) {
        return mvc.post()
                .uri(url)
                .with(authentication(new ActorAuthentication(actor)))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
