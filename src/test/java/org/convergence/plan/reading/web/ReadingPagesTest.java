package org.convergence.plan.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class ReadingPagesTest {

    private static final String PLAN = """
            PLAN D’ACTION 2030

            Objectif 1 : Éduquer à la solidarité
            1.1 Ateliers
            - Donner des ateliers sur demande.
            - Former des formatrices.
            1.3 Outils
            - Écrire une trousse.

            Objectif 2 : Coopérer
            2.1 Projets
            - Accompagner une coopérative.
            """;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void readsAndCorrectsAFileBeforeCreatingThePlan() {
        MvcTestResult read = upload(PLAN.getBytes(StandardCharsets.UTF_8));
        assertThat(read).hasStatus(303);
        String address = Objects.requireNonNull(read.getResponse().getRedirectedUrl());
        long before = plans();

        Document sheet = page(address);
        assertThat(sheet.select(".head .lead").text()).isEqualTo("2 objectifs, 3 moyens, 4 actions, 0 sous-action");
        String row = sheet.select("li.action").get(1).id().replace("row-", "");
        Document open = page(address + "?row=" + row);
        String version = open.select("form[action$=/rows/" + row + "] input[name=version]")
                .val();
        assertThat(browser.post()
                        .uri(address + "/rows/" + row)
                        .param("version", version)
                        .param("kind", "ACTION")
                        .param("text", "Former des formatrices et des formateurs.")
                        .param("commitment", "IF_FUNDED")
                        .param("gesture", "up")
                        .with(visitors.as(Role.STAFF))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(page(address).select("li.action").get(0).text()).contains("et des formateurs");

        // The same version a second time: the other person's correction is not overwritten.
        assertThat(browser.post()
                        .uri(address + "/rows/" + row)
                        .param("version", version)
                        .param("kind", "UNPLACED")
                        .param("text", "Perdu")
                        .with(visitors.as(Role.STAFF))
                        .with(csrf()))
                .hasStatus(409);

        String now = page(address)
                .select("form[action$=/create] input[name=version]")
                .val();
        assertThat(browser.post()
                        .uri(address + "/create")
                        .param("version", now)
                        .param("title", "Plan 2030")
                        .param("kind", "ANNUAL")
                        .param("from", "2030-07-01")
                        .param("to", "2031-06-30")
                        .with(visitors.as(Role.COORDINATOR))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(plans()).isEqualTo(before + 1);
        assertThat(db.sql("SELECT count(*) FROM plan.reading_draft WHERE id = ?::uuid")
                        .param(address.substring(address.lastIndexOf('/') + 1))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tickedLinesAreCorrectedInOneGestureThatCanBeUndone() {
        String address = Objects.requireNonNull(
                upload(PLAN.getBytes(StandardCharsets.UTF_8)).getResponse().getRedirectedUrl());
        Document sheet = page(address);
        String means = sheet.select("li.means input[name=line]").get(0).val();
        String tool = sheet.select("li.action input[name=line]").get(2).val();
        String version = sheet.select("form#lines input[name=version]").val();

        MvcTestResult none = pages.as(Role.STAFF).post(address + "/rows", "version=" + version, "commitment=FIRM");
        assertThat(none).hasStatus(422);
        assertThat(Pages.text(none)).contains("Cochez au moins une ligne.");
        MvcTestResult nothing = pages.as(Role.STAFF).post(address + "/rows", "version=" + version, "line=" + tool);
        assertThat(nothing).hasStatus(422);
        assertThat(Jsoup.parse(Pages.text(nothing)).select("input[name=line][checked]"))
                .extracting(Element::val)
                .containsExactly(tool);

        MvcTestResult corrected = pages.as(Role.STAFF)
                .post(
                        address + "/rows",
                        "version=" + version,
                        "line=" + means,
                        "line=" + tool,
                        "commitment=IF_FUNDED",
                        "gesture=save");
        assertThat(corrected).hasStatus(303);
        assertThat(page(address).select("li.action").eachText())
                .filteredOn(text -> text.contains("Si un financement est obtenu"))
                .hasSize(3);
        assertThat(page(address).select("li.action").get(0).text().replace('\u00a0', ' '))
                .as("the commitment is corrected, the words of the file stay its own")
                .contains("Si un financement est obtenu", "Le fichier dit : sur demande")
                .doesNotContain("Sur demande");
        String now = page(address).select("form#lines input[name=version]").val();
        String undo = address + "/undo/" + now;
        assertThat(pages.as(Role.STAFF).post(undo)).hasStatus(303);
        assertThat(page(address).select("li.action").eachText())
                .noneMatch(text -> text.contains("Si un financement est obtenu"));
        assertThat(pages.as(Role.STAFF).post(undo)).hasStatus(422);
    }

    @Test
    void whoDoesWhatByWhenIsCorrectedInTheRow() {
        String address = Objects.requireNonNull(
                upload(PLAN.getBytes(StandardCharsets.UTF_8)).getResponse().getRedirectedUrl());
        Document sheet = page(address);
        String row = sheet.select("li.action input[name=line]").get(2).val();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                address + "/rows/" + row,
                                "version="
                                        + sheet.select("form#lines input[name=version]")
                                                .val(),
                                "kind=ACTION",
                                "text=Écrire une trousse.",
                                "commitment=FIRM",
                                "responsible=Comité outils",
                                "due=automne 2030",
                                "rhythm=au besoin"))
                .hasStatus(303);
        Document open = page(address + "?row=" + row);
        assertThat(open.select("input[name=responsible]").val()).isEqualTo("Comité outils");
        assertThat(page(address).select("#row-" + row).text())
                .contains("Responsable : Comité outils", "Échéance : automne 2030", "au besoin (sans nombre");
        String plan = Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        address + "/create",
                        "version="
                                + open.select("form#lines input[name=version]").val(),
                        "title=Plan 2030-2031",
                        "kind=ANNUAL",
                        "from=2030-07-01",
                        "to=2031-06-30")
                .getResponse()
                .getRedirectedUrl());
        assertThat(db.sql("""
                        SELECT f.responsible_words || ' ' || f.window_to FROM plan.actionplan_follow_up f
                          JOIN plan.actionplan_action a ON a.id = f.action
                         WHERE a.plan = ?::uuid""")
                        .param(plan.substring(plan.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly("Comité outils 2030-12-31");
    }

    @Test
    void proposesTheAdoptionThatTheFileTells() {
        String said = "Adopté par l’assemblée générale le 12 juin 2030.";
        String address = Objects.requireNonNull(upload((PLAN + "\n\n" + said).getBytes(StandardCharsets.UTF_8))
                .getResponse()
                .getRedirectedUrl());
        Document sheet = page(address);
        assertThat(sheet.select("#create q").text()).contains("Adopté par l’assemblée générale le 12 juin 2030");
        String plan = Objects.requireNonNull(pages.as(Role.COORDINATOR)
                .post(
                        address + "/create",
                        "version="
                                + sheet.select("form#lines input[name=version]").val(),
                        "title=Plan 2030 adopté",
                        "kind=ANNUAL",
                        "from=2030-07-01",
                        "to=2031-06-30")
                .getResponse()
                .getRedirectedUrl());
        Document adoption = pages.as(Role.COORDINATOR).open(plan + "/adopt");
        assertThat(adoption.select("main q").text()).contains("Adopté par l’assemblée générale");
        assertThat(adoption.select("input[name=body]").val()).isEqualTo("Assemblée générale");
        assertThat(adoption.select("input[name=date]").val()).isEqualTo("2030-06-12");
    }

    @Test
    void refusesAFileThatIsNotAPlanWithAdvice() {
        long before = plans();
        MvcTestResult empty = upload(new byte[0]);
        assertThat(empty).hasStatus(422);
        MvcTestResult letter = upload("Bonjour,\n\nà demain.\n".getBytes(StandardCharsets.UTF_8));
        assertThat(letter).hasStatus(422);
        assertThat(Pages.text(letter)).contains("Aucun objectif n’a été reconnu");
        assertThat(plans()).isEqualTo(before);
    }

    @Test
    void importsTheRealPlanThroughTheApiWithCountsAndCodes() throws Exception {
        String file = System.getenv("CONVERGENCE_REAL_PLAN");
        assumeThat(file).as("CONVERGENCE_REAL_PLAN names the real plan").isNotNull();
        MvcTestResult result = browser.post()
                .uri("/api/v1/plans/import")
                .multipart()
                .file(new MockMultipartFile("file", "plan.txt", null, Files.readAllBytes(Path.of(file))))
                .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                .exchange();
        assertThat(result).hasStatus(201);
        JsonNode plan = JsonMapper.shared().readTree(Pages.text(result));
        assertThat(plan.get("objectives").size()).isEqualTo(5);
        StringBuilder codes = new StringBuilder();
        int actions = 0;
        int parts = 0;
        for (JsonNode objective : plan.get("objectives")) {
            for (JsonNode means : objective.get("means")) {
                codes.append(means.get("code").asString()).append(' ');
                assertThat(means.get("area").isNull()).isFalse();
                for (JsonNode action : means.get("actions")) {
                    actions++;
                    parts += action.get("subActions").size();
                }
            }
        }
        assertThat(codes.toString().strip())
                .isEqualTo("1.1 1.2 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 4.1 4.2 4.3 4.5 4.6 5.1 5.2 5.3 5.4");
        assertThat(actions).isEqualTo(63);
        assertThat(parts).isEqualTo(7);
    }

    private MvcTestResult upload(byte[] content) {
        return browser.post()
                .uri("/plan/reading")
                .multipart()
                .file(new MockMultipartFile("file", "../../plan.txt", "text/plain", content))
                .with(visitors.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    private Document page(String address) {
        MvcTestResult result =
                browser.get().uri(address).with(visitors.as(Role.STAFF)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(Pages.text(result));
    }

    private long plans() {
        return db.sql("SELECT count(*) FROM plan.actionplan_plan")
                .query(Long.class)
                .single();
    }
}
