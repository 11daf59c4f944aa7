package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Projects, their indicators and values by the API. */
@ModuleTest
class ProjectApiTest {

    private String token = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void noProjects() {
        fixture.clear();
        if (token.isEmpty()) {
            token = visitors.createToken(Role.COORDINATOR);
        }
    }

    private MockHttpServletResponse post(String url, String body) {
        return mvc.post()
                .uri(url)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "k" + body.hashCode() + url)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private JsonNode created(String url, String body) throws UnsupportedEncodingException {
        MockHttpServletResponse answer = post(url, body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return Json.parse(answer.getContentAsString()).node();
    }

    @Test
    void opensAProjectWithAnIndicatorAndItsValue() throws Exception {
        String project = "{\"title\": \"Deux rives\", \"partner\": \"%s\", \"countries\": [\"MX\", \"Colombie\"]}"
                .formatted(CooperationFixture.PARTNER);
        JsonNode opened = created("/api/v1/projects", project);
        assertThat(created("/api/v1/projects", project).path("id")).isEqualTo(opened.path("id"));
        assertThat(opened.path("partners").asString()).isEqualTo(CooperationFixture.PARTNER);
        assertThat(opened.path("countries").get(1).asString()).isEqualTo("CO");
        String url = "/api/v1/projects/" + opened.path("id").asString();
        JsonNode indicator =
                created(url + "/indicators", "{\"wording\": \"Déléguées formées\", \"bySex\": true, \"addsUp\": true}");
        JsonNode value = created(url + "/values", """
                {"indicator": "%s", "from": "%s", "to": "%s", "target": {"number": 40},
                 "actual": {"women": 12, "men": 5, "number": 20}, "submit": true}
                """.formatted(
                        indicator.path("id").asString(),
                        settings.today().minusDays(10),
                        settings.today().plusDays(10)));
        assertThat(value.path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(value.path("standing").asString()).isEqualTo("ON_TRACK");
        assertThat(value.path("actual").path("notStated").asInt()).isEqualTo(3);
        assertThat(value.path("actual").path("amount").asInt()).isEqualTo(20);
    }

    @Test
    void entersTheCellsOfTheDimensionsOfAnIndicator() throws Exception {
        String url = "/api/v1/projects/"
                + created("/api/v1/projects", "{\"title\": \"Deux rives\"}")
                        .path("id")
                        .asString();
        String id = created(url + "/indicators", """
                {"wording": "Déléguées formées", "bySex": true, "baseline": {"number": 9, "cells": [{"numbers": [4, 5]}]},
                 "dimensions": "Âge : moins de 30 ans, 30 ans et plus\\nHandicap : oui, non"}
                """).path("id").asString();
        String value = "{\"indicator\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", %%s}"
                .formatted(id, settings.today().minusDays(10), settings.today().plusDays(10));
        created(url + "/values", value.formatted("""
                "target": {"number": 40, "cells": [{"numbers": [20, 15]}]},
                "actual": {"women": 12, "number": 20, "cells": [{"numbers": [11, 6]}, {"numbers": [3]}]}
                """));
        JsonNode baseline = first(url + "/indicators").path("baseline");
        assertThat(baseline.path("cells")).hasToString("[{\"numbers\":[4,5]},{\"numbers\":[0,0]}]");
        assertThat(baseline.path("amount").asInt()).isEqualTo(9);
        JsonNode read = first(url + "/results");
        assertThat(read.path("dimensions").asString()).isEqualTo("""
                Âge : moins de 30 ans, 30 ans et plus
                Handicap : oui, non""");
        assertThat(read.path("target").path("cells")).hasToString("[{\"numbers\":[20,15]},{\"numbers\":[0,0]}]");
        assertThat(read.path("actual").path("cells")).hasToString("[{\"numbers\":[11,6]},{\"numbers\":[3,0]}]");
        assertThat(read.path("actual").path("notStated").asInt()).isEqualTo(8);
        for (String wrong : List.of("[], [18, 3]", "[], [1, 2, 3]", "[], [1], [2]")) {
            String cells = wrong.replace("[", "{\"numbers\": [").replace("]", "]}");
            MockHttpServletResponse refused =
                    post(url + "/values", value.formatted("\"actual\": {\"number\": 20, \"cells\": [" + cells + "]}"));
            assertThat(refused.getStatus()).as(wrong).isEqualTo(422);
            assertThat(refused.getContentAsString())
                    .as(wrong)
                    .contains("\"field\":\"actual.cells[" + (wrong.endsWith("[2]") ? 2 : 1) + "].numbers");
        }
    }

    private JsonNode first(String url) throws UnsupportedEncodingException {
        MockHttpServletResponse answer = mvc.get()
                .uri(url)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse();
        return Json.parse(answer.getContentAsString()).node().path("items").get(0);
    }

    @Test
    void refusesCellsThatAreNoListsOfNumbers() throws Exception {
        String url = "/api/v1/projects/"
                + created("/api/v1/projects", "{\"title\": \"Deux rives\"}")
                        .path("id")
                        .asString();
        String dimensions = "\"bySex\": true, \"dimensions\": \"Âge : jeunes, adultes\"";
        String id = created(url + "/indicators", "{\"wording\": \"Déléguées formées\", " + dimensions + "}")
                .path("id")
                .asString();
        String period = "{\"indicator\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", "
                .formatted(id, settings.today().minusDays(10), settings.today().plusDays(10));
        for (String cells : List.of(
                "[null]",
                "[{}]",
                "[{\"numbers\": null}]",
                "[{\"numbers\": [null]}]",
                "[{\"numbers\": [1, null]}]",
                "[{\"numbers\": [\"deux\"]}]",
                "[{\"numbers\": [[1]]}]",
                "[{\"numbers\": [true]}]",
                "[{\"numbers\": 3}]",
                "[{\"numbers\": \"1, 2\"}]",
                "[{\"numbers\": [-1]}]",
                "[{\"numbers\": [1.5]}]",
                "[{\"numbers\": [1e400]}]",
                "[[1, 2]]",
                "{\"numbers\": [1]}",
                "3")) {
            for (String figure : List.of("actual", "target")) {
                refused(url + "/values", period + "\"%s\": {\"number\": 20, \"cells\": %s}}".formatted(figure, cells));
            }
            refused(
                    url + "/indicators",
                    "{\"wording\": \"Formées\", %s, \"baseline\": {\"number\": 20, \"cells\": %s}}"
                            .formatted(dimensions, cells));
        }
    }

    private void refused(String url, String body) throws UnsupportedEncodingException {
        MockHttpServletResponse answer = post(url, body);
        assertThat(answer.getStatus()).as(body + answer.getContentAsString()).isIn(400, 422);
        assertThat(answer.getContentAsString()).as(body).contains("cells");
    }

    @Test
    void feedsAnIndicatorFromRealisations() throws Exception {
        String url = "/api/v1/projects/"
                + created("/api/v1/projects", "{\"title\": \"Deux rives\"}")
                        .path("id")
                        .asString();
        JsonNode indicator =
                created(url + "/indicators", """
                {"wording": "Déléguées formées", "bySex": true, "result": "Capacité renforcée chez les déléguées de Puebla",
                 "feed": {"measure": "PARTICIPATIONS", "kind": "TRAINING", "partner": "%s"}}
                """.formatted(fixture.partner().value()));
        fixture.realise(RealisationKind.TRAINING, settings.today().minusDays(2), new Participations(9, 2, 0, 1, null));
        String period = "\"indicator\": \"%s\", \"from\": \"%s\", \"to\": \"%s\""
                .formatted(
                        indicator.path("id").asString(),
                        settings.today().minusDays(10),
                        settings.today().plusDays(10));
        assertThat(created(url + "/values", "{" + period + ", \"target\": {\"number\": 10}}")
                        .path("actual")
                        .path("women")
                        .asInt())
                .isEqualTo(9);
        assertThat(post(url + "/values", "{" + period + ", \"actual\": {\"number\": 3}}")
                        .getStatus())
                .as("a fed value is not entered")
                .isEqualTo(422);
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(post("/api/v1/projects", "{\"title\": \"\"}").getStatus()).isEqualTo(422);
        assertThat(post("/api/v1/projects", "{\"title\": \"x\", \"countries\": [\"Atlantide\"]}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(post("/api/v1/projects/00000000-0000-0000-0000-000000000000/indicators", "{\"wording\": \"x\"}")
                        .getStatus())
                .isEqualTo(404);
    }
}
