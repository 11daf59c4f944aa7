package org.convergence.plan.reading.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that imports a plan gets its fields; one that does not know whether it succeeded sends it again. */
@ModuleTest
class RepeatedPlanImportTest {

    private static final String PLAN = """
            Plan d’action 2030

            Objectif 1 : Accueillir
            1.1 Halte
            - Ouvrir la halte le samedi
              Responsable : Coordination
              Échéance : mars 2030
              Indicateur : 40 familles
            """;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private String token = "";

    @BeforeEach
    void prepareCoordinatorWithToken() {
        visitors.ensureOrganisation();
        token = visitors.createToken(Role.COORDINATOR);
    }

    @Test
    void answersTheFieldsThatTheFileTellsThroughTheApi() {
        String told = """
            PLAN D’ACTION

            Période : du 1er avril 2027 au 31 mars 2028

            Adopté par l’assemblée générale le 12 juin 2027.

            Objectif 1 : Éduquer
            1.1 Ateliers
            - Tenir un forum (resp. : Ana, avant le 30 novembre 2027)
            - Tenir une fête. Indicateur : 40 personnes. Budget : 1 200 $
            - Écrire un bulletin, mensuel
            """;
        MvcTestResult result = browser.post()
                .uri("/api/v1/plans/import")
                .contentType(MediaType.TEXT_PLAIN)
                .content(told.getBytes(StandardCharsets.UTF_8))
                .header("Authorization", "Bearer " + token)
                .exchange();
        assertThat(result).hasStatus(201);
        JsonNode plan = JsonMapper.shared().readTree(Pages.text(result));
        assertThat(plan.path("from").asString() + " " + plan.path("to").asString())
                .isEqualTo("2027-04-01 2028-03-31");
        assertThat(plan.path("adoption").asString()).startsWith("Adopté par l’assemblée générale le 12 juin 2027");
        JsonNode actions = plan.path("objectives").path(0).path("means").path(0).path("actions");
        assertThat(actions.path(0).path("responsible").asString()).isEqualTo("Ana");
        assertThat(actions.path(0).path("due").asString()).isEqualTo("2027-11-30");
        assertThat(actions.path(0).path("dueWords").asString()).isEqualTo("avant le 30 novembre 2027");
        assertThat(actions.path(0).has("rhythm")).isFalse();
        assertThat(actions.path(1).path("indicator").asString()).isEqualTo("40 personnes");
        assertThat(actions.path(1).path("budget").asString()).isEqualTo("1 200 $");
        assertThat(actions.path(2).path("rhythm").asString()).isEqualTo("mensuel");
        assertThat(actions.path(2).path("text").asString()).isEqualTo("Écrire un bulletin");
    }

    @Test
    void sameFileUnderTheSameKeyCreatesOnePlan() {
        String key = UUID.randomUUID().toString();
        long before = count("plan.actionplan_plan");
        MvcTestResult first = send(key, PLAN);
        MvcTestResult again = send(key, PLAN);
        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(Pages.text(again)).isEqualTo(Pages.text(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(count("plan.actionplan_plan")).isEqualTo(before + 1);
        assertThat(send(key, PLAN + "- Une autre\n")).hasStatus(422);
        assertThat(send(null, PLAN)).hasStatus(201);
        assertThat(count("plan.actionplan_plan")).isEqualTo(before + 2);
    }

    @Test
    void aRefusedFileDoesNotUseUpItsKey() {
        String key = UUID.randomUUID().toString();
        assertThat(send(key, "Bonjour.")).hasStatus(422);
        assertThat(send(key, PLAN)).hasStatus(201);
    }

    @Test
    void columnsBesideAnActionAreStoredWithIt() {
        String answer = Pages.text(send(null, PLAN));
        assertThat(answer).contains("Indicateur : 40 familles");
        assertThat(db.sql("""
                        SELECT window_from || ' ' || window_to || ' ' || due_words || ' ' || responsible_words
                        FROM plan.actionplan_follow_up WHERE due_words = 'mars 2030' LIMIT 1
                        """).query(String.class).single()).isEqualTo("2030-03-01 2030-03-31 mars 2030 Coordination");
    }

    @Test
    void answersTheFieldsThatTheFileSays() {
        JsonNode plan = JsonMapper.shared().readTree(Pages.text(send(null, """
                Plan d’action
                Période : du 1er avril 2027 au 31 mars 2028
                Adopté par l’assemblée générale le 12 juin 2027.

                Objectif 1 : Accueillir
                1.1 Halte
                - Ouvrir la halte, mensuel (resp. : Comité terrain, avant le 30 novembre 2027)
                - Tenir un bazar. Indicateur : 40 familles. Budget : 300 $
                """)));
        assertThat(plan.get("from").asString()).isEqualTo("2027-04-01");
        assertThat(plan.get("to").asString()).isEqualTo("2028-03-31");
        assertThat(plan.get("adoption").asString()).isEqualTo("Adopté par l’assemblée générale le 12 juin 2027");
        JsonNode actions = plan.at("/objectives/0/means/0/actions");
        assertThat(actions.at("/0/responsible").asString()).isEqualTo("Comité terrain");
        assertThat(actions.at("/0/due").asString()).isEqualTo("2027-11-30");
        assertThat(actions.at("/0/dueWords").asString()).isEqualTo("avant le 30 novembre 2027");
        assertThat(actions.at("/0/rhythm").asString()).isEqualTo("mensuel");
        assertThat(db.sql("SELECT times_per_year FROM plan.actionplan_follow_up WHERE action = CAST(? AS uuid)")
                        .param(actions.at("/0/id").asString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(actions.at("/0/text").asString())
                .startsWith("Ouvrir la halte")
                .doesNotContain("resp", "novembre");
        assertThat(actions.at("/1/indicator").asString()).isEqualTo("40 familles");
        assertThat(actions.at("/1/budget").asString()).isEqualTo("300 $");
    }

    private MvcTestResult send(@Nullable String key, String plan) {
        var request = browser.post()
                .uri("/api/v1/plans/import")
                .multipart()
                .file(new MockMultipartFile("file", "plan.txt", null, plan.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + token);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
