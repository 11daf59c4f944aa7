package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.convergence.identity.Role;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI description is complete, true, and reviewed. */
@ModuleTest
class OpenApiTest {

    private static final Path REVIEWED = Path.of("docs/generated/openapi.json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    private JsonNode api = Json.empty().node();

    @BeforeEach
    void readDescription() {
        visitors.ensureOrganisation();
        var answer = browser.get()
                .uri("/api/v1/openapi")
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
        assertThat(answer).hasStatusOk();
        api = json(answer.getResponse());
    }

    @Test
    void descriptionIsReviewed() throws IOException {
        String now =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(api) + "\n";
        new ReviewedDocument(REVIEWED, OpenApiTest.class).requireUpToDate(now);
    }

    @Test
    void describesExactlyTheExistingRoutes() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, route) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path))));
        Set<String> described = new TreeSet<>();
        operations().forEach(each -> described.add(each.method() + " " + each.path()));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void operationsDescribePurposePermissionAndAnswers() {
        List<String> wrong = new ArrayList<>();
        for (DescribedOperation each : operations()) {
            JsonNode it = each.node();
            if (it.path("summary").asString("").length() < 8) {
                wrong.add(each + " has no summary");
            }
            String permission = permission(each);
            if (permission != null && !it.path("description").asString("").contains("`" + permission + "`")) {
                wrong.add(each + " does not name its permission");
            }
            JsonNode answers = it.path("responses");
            boolean takesOut = each.method().equals("DELETE");
            // Asynchronous operations answer 202 with the address that shows their progress.
            boolean goesOn = answers.has("202");
            String success = goesOn ? "202" : takesOut ? "204" : each.method().equals("POST") ? "201" : "200";
            JsonNode content = answers.path(success).path("content");
            require(each, answers, success, true, wrong);
            if (!takesOut && (content.isEmpty() || content.toString().contains("{\"schema\":{\"type\":\"string\"}}"))) {
                wrong.add(each + " does not describe its content for " + success);
            }
            boolean named = each.path().contains("{");
            boolean brings = it.has("requestBody");
            boolean asks = it.path("parameters").toString().contains("\"in\":\"query\"");
            require(each, answers, "401", permission != null, wrong);
            require(each, answers, "403", permission != null, wrong);
            require(each, answers, "404", named, wrong);
            require(each, answers, "413", brings, wrong);
            require(each, answers, "422", brings || asks, wrong);
            require(each, answers, "500", true, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** The others change what may be changed back and again, find what they made, or answer a secret kept nowhere. */
    @Test
    void aRecordIsCreatedOnceInHalfAMinute() {
        String others = ".*/(accept|answer|ballots|bank-statements|check-ins|close|consents|next|partner-links|return"
                + "|sign-ons|values)";
        assertThat(operations())
                .filteredOn(each -> each.method().equals("POST")
                        && each.node().path("responses").has("201")
                        && !each.path().matches(others))
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(each.node().path("parameters").toString())
                        .as("%s", each)
                        .contains("within half a minute"));
    }

    private static void require(
            DescribedOperation each, JsonNode answers, String status, boolean needed, List<String> wrong) {
        if (needed != answers.has(status)) {
            wrong.add(each + (needed ? " does not describe " : " needlessly describes ") + status);
        }
    }

    @Test
    void parametersDescribeMeaningAndType() {
        assertThat(operations())
                .allSatisfy(each -> each.node().path("parameters").forEach(parameter -> {
                    assertThat(parameter.path("description").asString(""))
                            .as("%s %s", each, parameter.path("name"))
                            .isNotBlank();
                    assertThat(parameter.path("schema").isEmpty())
                            .as("%s %s", each, parameter.path("name"))
                            .isFalse();
                }));
        assertThat(operation("GET", "/api/v1/realisations")
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString().equals("limit"))
                        .findFirst()
                        .orElseThrow()
                        .path("schema"))
                .isEqualTo(Json.parse("{\"type\":\"integer\",\"default\":100,\"maximum\":500,\"minimum\":1}")
                        .node());
        assertThat(operation("POST", "/api/v1/realisations").path("parameters").toString())
                .contains("\"Idempotency-Key\"", "seven days");
    }

    @Test
    void internalTypesAreNotDescribed() {
        assertThat(api.path("components").path("schemas").propertyNames())
                .doesNotContain("Words", "Form", "ModelAndView", "Json", "JsonNode");
    }

    @Test
    void importedPlanMatchesDescription() {
        String plan = """
                Plan d’action 2025

                Introduction

                Une petite équipe.

                Objectif 1 : Tisser des liens

                1.1 Ateliers

                - Donner des ateliers sur demande :
                    - au cégep;
                    - au syndicat.
                - Créer un atelier.
                """;
        var answer = browser.post()
                .uri("/api/v1/plans/import")
                .multipart()
                .file(new MockMultipartFile("file", "plan.txt", "text/plain", plan.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + visitors.createToken(Role.STAFF))
                .exchange();
        JsonNode made = json(answer.getResponse());
        assertThat(answer).hasStatus(201);
        assertThat(made.propertyNames()).contains("id", "title", "sections", "objectives", "warnings", "unplaced");
        JsonNode action = made.path("objectives")
                .path(0)
                .path("means")
                .path(0)
                .path("actions")
                .path(0);
        assertThat(action.propertyNames())
                .contains("code", "title", "text", "area", "commitment", "conditions", "subActions");
        assertThat(action.path("conditions").path(0).propertyNames())
                .containsExactlyInAnyOrder("commitment", "words", "inherited");
        assertAsDescribed("POST", "/api/v1/plans/import", "201", made);

        String token = visitors.createToken(Role.STAFF);
        assertAsDescribed("GET", "/api/v1/plans", "200", get("/api/v1/plans", token));
        String location = String.valueOf(answer.getResponse().getHeader("Location"));
        assertAsDescribed("GET", "/api/v1/plans/{id}", "200", get(location, token));
    }

    @Test
    void realisationMatchesDescription() {
        String token = visitors.createToken(Role.STAFF);
        var answer = browser.post()
                .uri("/api/v1/realisations")
                .header("Authorization", "Bearer " + token)
                .content("""
                        {"title": "Atelier", "date": "2026-03-10", "count": 3, "place": "QC-06", "hours": 2.5,
                         "organisations": ["Comité jeunes"], "links": ["https://exemple.org/"]}""")
                .exchange();
        assertThat(answer).hasStatus(201);
        assertAsDescribed("POST", "/api/v1/realisations", "201", json(answer.getResponse()));
        assertAsDescribed("GET", "/api/v1/realisations", "200", get("/api/v1/realisations?limit=1", token));
        JsonNode wrong = get("/api/v1/realisations?limit=0", token);
        assertThat(new JsonSchemaCheck(api)
                        .faults(
                                wrong,
                                Json.parse("{\"$ref\":\"#/components/schemas/Problem\"}")
                                        .node()))
                .isEmpty();
    }

    private JsonNode get(String address, String token) {
        return json(browser.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse());
    }

    private void assertAsDescribed(String method, String path, String status, JsonNode answer) {
        JsonNode shape = operation(method, path)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(shape.isEmpty()).as("%s %s %s", method, path, status).isFalse();
        assertThat(new JsonSchemaCheck(api).faults(answer, shape))
                .as("%s %s", method, path)
                .isEmpty();
    }

    private record DescribedOperation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<DescribedOperation> operations() {
        List<DescribedOperation> all = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all.add(new DescribedOperation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return all;
    }

    private JsonNode operation(String method, String path) {
        return operations().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow()
                .node();
    }

    private @Nullable String permission(DescribedOperation described) {
        for (var route : mapping.getHandlerMethods().entrySet()) {
            boolean same = route.getKey().getPatternValues().contains(described.path())
                    && route.getKey().getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.name().equals(described.method()));
            if (same) {
                HandlerMethod handler = route.getValue();
                return PermissionCheck.permissionOf(handler.getMethod(), handler.getBeanType());
            }
        }
        throw new IllegalStateException("no route " + described);
    }

    private static JsonNode json(MockHttpServletResponse response) {
        return Json.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
    }
}
