package org.convergence.plan.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.convergence.identity.Role;
import org.convergence.plan.reading.RealPlanOracle;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan sent through the API is answered as read: every text and commitment of a real one matches those written out by
 * hand, and what a file says beside its actions has fields of its own.
 */
@ModuleTest
class RealPlanByProgramTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    private String token = "";

    @BeforeEach
    void prepareApiToken() {
        visitors.ensureOrganisation();
        token = "Bearer " + visitors.createToken(Role.COORDINATOR);
    }

    @Test
    void textsAndCommitmentsMatchTheOracle() throws IOException {
        JsonNode imported = imported();
        assertThat(imported.get("status").asString()).isEqualTo("DRAFT");
        assertThat(imported.get("warnings").isEmpty()).isFalse();
        assertThat(imported.get("unplaced").isEmpty()).isTrue();
        assertThat(rows(imported)).isEqualTo(RealPlanOracle.lines());

        JsonNode asked = get("/api/v1/plans/" + imported.get("id").asString());
        assertThat(asked.get("objectives")).isEqualTo(imported.get("objectives"));
        assertThat(asked.get("sections")).isEqualTo(imported.get("sections"));
        assertThat(asked.get("sections"))
                .extracting(part -> part.get("kind").asString())
                .containsExactly("INTRODUCTION", "PRIORITY", "OVERVIEW", "PRINCIPLES", "TEAM");

        JsonNode listed = get("/api/v1/plans").get("items");
        assertThat(listed).anySatisfy(plan -> assertThat(plan.get("id")).isEqualTo(imported.get("id")));

        JsonNode progress = get("/api/v1/plans/" + imported.get("id").asString() + "/progress");
        int actions = 0;
        for (JsonNode count : progress.get("counts")) {
            actions += count.asInt();
        }
        assertThat(actions).isEqualTo(63);
        assertThat(progress.get("counts").get("DONE").asInt()).isEqualTo(1);
    }

    @Test
    void answersWhatAFileSaysBesideItsActions() throws IOException {
        byte[] text = """
                Plan d’action
                Période : du 1er avril 2027 au 31 mars 2028
                Adopté par l’assemblée générale le 12 juin 2027.

                Objectif 1 : Éduquer
                1.1 Ateliers
                - Donner dix ateliers, mensuel (resp. : Comité terrain), avant le 30 novembre 2027
                """.getBytes(StandardCharsets.UTF_8);
        JsonNode plan = imported("plan.txt", text);
        assertThat(plan.get("from").asString()).isEqualTo("2027-04-01");
        assertThat(plan.get("to").asString()).isEqualTo("2028-03-31");
        assertThat(plan.get("adoption").asString()).contains("Adopté par l’assemblée générale le 12 juin 2027");
        JsonNode said = firstAction(plan);
        assertThat(said.get("text").asString()).isEqualTo("Donner dix ateliers");
        assertThat(said.get("responsible").asString()).isEqualTo("Comité terrain");
        assertThat(said.get("due").asString()).isEqualTo("2027-11-30");
        assertThat(said.get("dueWords").asString()).isEqualTo("avant le 30 novembre 2027");
        assertThat(said.get("rhythm").asString()).isEqualTo("mensuel");
        assertThat(said.has("budget")).as("what the file does not say").isFalse();

        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String[][] rows = {
                {"Objectif", "Action", "Responsable", "Échéance", "Fréquence", "Indicateur", "Budget"},
                {"1. Éduquer", "Donner dix ateliers", "Comité", "T2 2028", "mensuel", "10 ateliers", "1500"}
            };
            for (int i = 0; i < rows.length; i++) {
                Row row = i == 0
                        ? book.createSheet("Plan 2028").createRow(0)
                        : book.getSheetAt(0).createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            book.write(out);
            JsonNode told = firstAction(imported("plan.xlsx", out.toByteArray()));
            assertThat(told.get("responsible").asString()).isEqualTo("Comité");
            assertThat(told.get("due").asString()).isEqualTo("2028-06-30");
            assertThat(told.get("rhythm").asString()).isEqualTo("mensuel");
            assertThat(told.get("indicator").asString()).isEqualTo("10 ateliers");
            assertThat(told.get("budget").asString()).isEqualTo("1500");
        }
    }

    private static JsonNode firstAction(JsonNode plan) {
        return plan.get("objectives").get(0).get("means").get(0).get("actions").get(0);
    }

    @Test
    void previewTakesLessThanASecond() throws IOException {
        for (int i = 0; i < 3; i++) {
            imported();
        }
        long start = System.nanoTime();
        imported();
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1_000);
    }

    @Test
    void refusesWithoutPermissionToSeePlans() {
        assertThat(browser.get().uri("/api/v1/plans")).hasStatus(401);
        assertThat(browser.get()
                        .uri("/api/v1/plans")
                        .header("Authorization", "Bearer " + visitors.createToken(Role.ADMINISTRATOR)))
                .hasStatus(403);
    }

    private JsonNode imported() throws IOException {
        @Nullable String name = System.getenv("CONVERGENCE_REAL_PLAN");
        assumeTrue(name != null && !name.isBlank(), "skipped: CONVERGENCE_REAL_PLAN names no file");
        return imported("plan.txt", Files.readAllBytes(Path.of(String.valueOf(name))));
    }

    private JsonNode imported(String name, byte[] content) {
        MvcTestResult answer = browser.post()
                .uri("/api/v1/plans/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .header("Authorization", token)
                .exchange();
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    private JsonNode get(String url) {
        MvcTestResult answer =
                browser.get().uri(url).header("Authorization", token).exchange();
        assertThat(answer).hasStatusOk();
        return json(answer);
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private static List<String> rows(JsonNode plan) {
        List<String> rows = new ArrayList<>();
        for (JsonNode objective : plan.get("objectives")) {
            for (JsonNode means : objective.get("means")) {
                int order = 0;
                for (JsonNode action : means.get("actions")) {
                    order++;
                    rows.add(row(means, String.valueOf(order), action));
                    int part = 0;
                    for (JsonNode below : action.get("subActions")) {
                        part++;
                        rows.add(row(means, order + "." + part, below));
                    }
                }
            }
        }
        return rows;
    }

    private static String row(JsonNode means, String order, JsonNode action) {
        return RealPlanOracle.line(
                means.get("code").asString(),
                order,
                action.get("commitment").asString(),
                action.get("text").asString());
    }
}
