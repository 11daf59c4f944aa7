package org.convergence.plan.preparation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@ModuleTest
class PreparationApiTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    private PlanId plan = new PlanId(new UUID(0, 0));
    private ActionId line = new ActionId(new UUID(0, 0));

    @BeforeEach
    void aPlan() {
        visitors.ensureOrganisation();
        plan = ground.underWay("Plan 2026-2027");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        line = ground.action(plan, means, "Donner des ateliers");
        ground.action(plan, means, "Écrire une bande dessinée");
    }

    @Test
    void apiReadsSheetDecidesAndCreatesPlanOnce() {
        JsonNode sheet = json(get(Role.BOARD_MEMBER));
        assertThat(sheet.path("title").asString()).isEqualTo("Plan 2027-2028");
        assertThat(sheet.path("next").isNull()).isTrue();
        assertThat(sheet.path("lines")).hasSize(2);
        assertThat(sheet.path("lines").get(0).path("proposal").path("choice").asString())
                .isEqualTo("KEEP");
        String body = "{\"title\": \"Plan d’après\", \"lines\": [{\"action\": \"%s\", \"choice\": \"WITHDRAW\"}]}"
                .formatted(line.value());
        MvcTestResult made = post(Role.COORDINATOR, "one", body);
        assertThat(made).hasStatus(201);
        String next = json(made).path("plan").asString();
        assertThat(json(post(Role.COORDINATOR, "one", body)).path("plan").asString())
                .isEqualTo(next);
        assertThat(json(post(Role.COORDINATOR, "two", "{}")).path("plan").asString())
                .isEqualTo(next);
        assertThat(json(get(Role.BOARD_MEMBER)).path("next").asString()).isEqualTo(next);
        JsonNode tree = json(browser.get()
                .uri("/api/v1/plans/" + next)
                .with(visitors.as(Role.COORDINATOR))
                .exchange());
        assertThat(tree.path("title").asString()).isEqualTo("Plan d’après");
        assertThat(tree.toString()).contains("bande dessinée").doesNotContain("Donner des ateliers");
    }

    @Test
    void namesInvalidLinesAndCreatesNothing() {
        assertThat(post(
                        Role.COORDINATOR,
                        "a",
                        "{\"lines\": [{\"action\": \"%s\", \"choice\": \"REWORD\"}]}".formatted(line.value())))
                .hasStatus(422);
        assertThat(post(
                        Role.COORDINATOR,
                        "b",
                        "{\"lines\": [{\"action\": \"%s\", \"choice\": \"KEEP\"}]}".formatted(UUID.randomUUID())))
                .hasStatus(422);
        assertThat(post(Role.COORDINATOR, "c", "{\"from\": \"2027-04-01\", \"to\": \"2027-03-01\"}"))
                .hasStatus(422);
        assertThat(post(Role.BOARD_MEMBER, "d", "{}")).hasStatus(403);
        assertThat(json(get(Role.COORDINATOR)).path("next").isNull()).isTrue();
        assertThat(json(get(Role.COORDINATOR))
                        .path("lines")
                        .get(0)
                        .path("decided")
                        .isNull())
                .isTrue();
    }

    private String url() {
        return "/api/v1/plans/" + plan.value() + "/next";
    }

    private MvcTestResult get(Role role) {
        return browser.get().uri(url()).with(visitors.as(role)).exchange();
    }

    private MvcTestResult post(Role role, String key, String body) {
        return browser.post()
                .uri(url())
                .with(visitors.as(role))
                .with(csrf())
                .header("Idempotency-Key", key + plan.value())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return Json.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }
}
