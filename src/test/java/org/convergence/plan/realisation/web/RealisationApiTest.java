package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@ModuleTest
class RealisationApiTest {

    private static final String ADDRESS = "/api/v1/realisations";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private JdbcClient db;

    /** Created once: sign-ins are limited. */
    private static String staffToken = "";

    private String token = "";
    private ActionId action = new ActionId(UUID.randomUUID());

    @BeforeEach
    void prepareToken() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.realisation").update();
        if (staffToken.isEmpty()) {
            staffToken = visitors.createToken(Role.STAFF);
        }
        token = staffToken;
        PlanId plan = ground.plan("Plan d’action");
        action = ground.action(plan, ground.means(plan, "1.2", "Ateliers"), "Donner des ateliers");
    }

    @Test
    void aTitleAndADateSuffice() {
        MockHttpServletResponse answer = post(null, "{\"title\": \"Atelier sur l’eau\", \"date\": \"2026-03-10\"}");
        assertThat(answer.getStatus()).isEqualTo(201);
        JsonNode made = json(answer);
        assertThat(answer.getHeader("Location")).isEqualTo(ADDRESS + "/" + text(made, "id"));
        assertThat(text(made, "state")).isEqualTo("DONE");
        assertThat(text(made, "kind")).isEqualTo("WORKSHOP");
        assertThat(text(made, "to")).isEqualTo("2026-03-10");
        assertThat(json(get("/" + text(made, "id")))).isEqualTo(made);
    }

    @Test
    void storesAllOptionalFields() {
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> ground.organisations("Comité jeunes"));
        JsonNode made = json(post(null, """
                {"title": "Tournée", "date": "2026-02-01", "to": "2026-02-03", "kind": "MISSION", "place": "Colombie",
                 "count": 24, "participations": {"women": 10, "men": 8, "youth": 4}, "hours": 7.5, "volunteerHours": 2.5,
                 "copies": 12, "quantity": 3, "organisations": ["comite jeunes", "Nouvelle coopérative"], "actions": ["%s"],
                 "narrative": "**Bien**", "links": ["https://exemple.org/"]}""".formatted(action.value())));
        assertThat(text(made, "place")).isEqualTo("CO");
        assertThat(made.path("participations").path("notStated").asInt()).isEqualTo(6);
        assertThat(made.path("participations").path("total").asInt()).isEqualTo(24);
        assertThat(made.path("hours").asDouble()).isEqualTo(7.5);
        assertThat(made.path("quantity").asInt()).isEqualTo(3);
        assertThat(made.path("volunteerHours").asDouble()).isEqualTo(2.5);
        assertThat(made.path("organisations")).hasSize(2);
        assertThat(made.path("actions").get(0).asString())
                .isEqualTo(action.value().toString());
        assertThat(made.path("links").get(0).asString()).isEqualTo("https://exemple.org/");
    }

    @Test
    void aFutureRealisationIsPlanned() {
        assertThat(text(json(post(null, "{\"title\": \"Assemblée\", \"date\": \"2190-03-10\"}")), "state"))
                .isEqualTo("PLANNED");
    }

    @Test
    void everyWrongFieldIsNamed() {
        MockHttpServletResponse answer = post(null, """
                {"title": " ", "date": "2026-02-28", "place": "Nulle part", "participations": {"women": -1}, "hours": -1,
                 "actions": ["00000000-0000-0000-0000-00000000000f"], "links": ["javascript:alert(1)"]}""");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused(answer))
                .containsExactlyInAnyOrder("title", "place", "participations.women", "hours", "actions", "links");
        assertThat(count()).isZero();
    }

    @Test
    void everyFieldOfAnotherTypeOrNameIsNamed() {
        MockHttpServletResponse answer = post(null, """
                {"date": "2026-02-30", "place": ["QC-01"], "participations": {"women": "3", "girls": 1}, "hours": "2 h 30",
                 "actions": ["x"], "links": "https://exemple.org/", "volunteerhours": 3}""");
        assertThat(refused(answer))
                .containsExactlyInAnyOrder(
                        "title",
                        "date",
                        "place",
                        "participations.women",
                        "participations.girls",
                        "hours",
                        "actions[0]",
                        "links",
                        "volunteerhours");
        assertThat(refused(post(null, "{\"title\": \"a\", \"date\": \"2026-02-01\", \"participations\": 3}")))
                .containsExactly("participations");
        assertThat(count()).isZero();
    }

    private static List<String> refused(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        json(answer).path("errors").forEach(error -> fields.add(text(error, "field")));
        return fields;
    }

    @Test
    void reportsATooLargeDistributionOnTheCountField() {
        JsonNode problem = json(post(
                null,
                "{\"title\": \"A\", \"date\": \"2026-03-10\", \"count\": 3, \"participations\": {\"women\": 5}}"));
        assertThat(text(problem.path("errors").get(0), "field")).isEqualTo("count");
    }

    @Test
    void refusesInvalidJson() {
        assertThat(post(null, "title=Atelier").getStatus()).isEqualTo(422);
        assertThat(post(null, "[]").getStatus()).isEqualTo(422);
        assertThat(post(null, "").getStatus()).isEqualTo(422);
    }

    @Test
    void recordsOnceUnderTheSameKey() {
        String body = "{\"title\": \"Atelier\", \"date\": \"2026-03-10\"}";
        MockHttpServletResponse first = post("k-1", body);
        MockHttpServletResponse again = post("k-1", body);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(count()).isEqualTo(1);
        assertThat(post("k-1", body.replace("Atelier", "Autre")).getStatus()).isEqualTo(422);
        assertThat(post("k-2", body).getStatus()).isEqualTo(201);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRefusedRequestMayBeCorrectedUnderTheSameKey() {
        assertThat(post("k-3", "{\"title\": \"Atelier\"}").getStatus()).isEqualTo(422);
        assertThat(post("k-3", "{\"title\": \"Atelier\", \"date\": \"2026-03-10\"}")
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void concurrentRequestsUnderOneKeyRecordOnce() throws Exception {
        int senders = 6;
        var start = new CyclicBarrier(senders);
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                calls.add(() -> {
                    start.await();
                    return String.valueOf(post("k-4", "{\"title\": \"Atelier\", \"date\": \"2026-03-10\"}")
                            .getHeader("Location"));
                });
            }
            List<String> locations = new ArrayList<>();
            for (Future<String> location : threads.invokeAll(calls)) {
                locations.add(location.get());
            }
            assertThat(locations).doesNotContain("null").containsOnly(locations.get(0));
            assertThat(count()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void listsByPageTheLatestFirst() {
        for (int day = 10; day < 15; day++) {
            post(null, "{\"title\": \"Atelier %d\", \"date\": \"2026-03-%d\"}".formatted(day, day));
        }
        JsonNode first = json(get("?limit=2"));
        assertThat(titles(first)).containsExactly("Atelier 14", "Atelier 13");
        JsonNode second = json(get("?limit=2&after=" + text(first, "next")));
        assertThat(titles(second)).containsExactly("Atelier 12", "Atelier 11");
        JsonNode third = json(get("?limit=2&after=" + text(second, "next")));
        assertThat(titles(third)).containsExactly("Atelier 10");
        assertThat(third.path("next").isNull()).isTrue();
        assertThat(titles(json(get("?from=2026-03-11&to=2026-03-12")))).containsExactly("Atelier 12", "Atelier 11");
    }

    @Test
    void filtersByWordsActionAndOrganisation() {
        post(
                null,
                "{\"title\": \"Atelier sur les écoles\", \"date\": \"2026-03-10\", \"actions\": [\"%s\"]}"
                        .formatted(action.value()));
        JsonNode other = json(
                post(null, "{\"title\": \"Autre\", \"date\": \"2026-03-11\", \"organisations\": [\"Coop du nord\"]}"));
        assertThat(titles(json(get("?q=ecole")))).containsExactly("Atelier sur les écoles");
        assertThat(titles(json(get("?action=" + action.value())))).containsExactly("Atelier sur les écoles");
        String organisation = text(other.path("organisations").get(0), "id");
        assertThat(titles(json(get("?organisation=" + organisation)))).containsExactly("Autre");
    }

    @Test
    void anInvalidFilterNamesItsField() {
        for (String wrong : List.of("?limit=501", "?limit=x", "?from=hier", "?action=x", "?state=GONE", "?after=cut")) {
            assertThat(get(wrong).getStatus()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void refusesRecordingWithoutPermission() {
        token = visitors.createToken(Role.AUDITOR);
        assertThat(post(null, "{\"title\": \"Atelier\", \"date\": \"2026-03-10\"}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(get("").getStatus()).isEqualTo(200);
        assertThat(mvc.get().uri(ADDRESS).exchange().getResponse().getStatus()).isEqualTo(401);
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThat(get("/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        assertThat(get("/x").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse post(@Nullable String key, String body) {
        var request = mvc.post()
                .uri(ADDRESS)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse get(String rest) {
        return mvc.get()
                .uri(ADDRESS + rest)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) {
        return Json.parse(new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .node();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static List<String> titles(JsonNode list) {
        List<String> titles = new ArrayList<>();
        list.path("items").forEach(item -> titles.add(text(item, "title")));
        return titles;
    }

    private long count() {
        return db.sql("SELECT count(*) FROM plan.realisation").query(Long.class).single();
    }
}
