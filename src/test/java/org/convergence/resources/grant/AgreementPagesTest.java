package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Agreements through the API and the pages. */
@ModuleTest
class AgreementPagesTest {

    private static String token = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private UserDeadlines deadlines;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noAgreements() {
        visitors.ensureOrganisation();
        if (token.isEmpty()) {
            token = visitors.createToken(Role.COORDINATOR);
        }
        db.sql("DELETE FROM resources.spending_expense").update();
        db.sql("DELETE FROM resources.spending_budget").update();
        db.sql("DELETE FROM resources.grant_agreement").update();
    }

    private MockHttpServletResponse post(String body) {
        return mvc.post()
                .uri("/api/v1/agreements")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private String record(String title) {
        var answer = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        form -> form.field("title", title)
                                .field("funder-new", "Fondation fictive")
                                .field("currency", "CAD")
                                .field("from", settings.today().minusDays(8))
                                .field("to", settings.today().plusDays(99))
                                .field("scope", "MISSION")
                                .field("tolerance", "10")
                                .field("lines", "1;Salaires;8 000,00\n2\tImpression\t12000"));
        String url = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(url).startsWith("/resources/grant/agreement/");
        return url;
    }

    @Test
    void recordsAnAgreementByTheApiAndTellsWhatIsLeft() throws Exception {
        MockHttpServletResponse answer = post("""
                {"currency": "MXN", "number": "F-12", "funder": "Fondation fictive",
                 "lines": [{"code": "1", "amount": "10000.00"}, {"code": "2", "label": "Transport", "amount": "500"}]}
                """);
        assertThat(answer.getStatus()).isEqualTo(201);
        String id = Json.parse(answer.getContentAsString()).node().path("id").asString();
        JsonNode read = Json.parse(mvc.get()
                        .uri("/api/v1/agreements/" + id)
                        .header("Authorization", "Bearer " + token)
                        .exchange()
                        .getResponse()
                        .getContentAsString())
                .node();
        assertThat(read.path("title").asString()).isEqualTo("F-12");
        assertThat(read.path("from").asString())
                .as("it takes the vouchers of the last months")
                .isEqualTo(settings.today().minusYears(1).toString());
        assertThat(read.path("to").asString())
                .isEqualTo(settings.today().plusYears(1).minusDays(1).toString());
        assertThat(read.path("lines").get(0).path("left").asString()).isEqualTo("10000.00");
        assertThat(UUID.fromString(read.path("lines").get(1).path("id").asString()))
                .isNotNull();
    }

    @Test
    void refusesLinesThatCannotBeRead() {
        assertThat(post("{\"currency\": \"CAD\", \"lines\": []}").getStatus()).isEqualTo(422);
        MockHttpServletResponse unnamed =
                post("{\"currency\": \"CAD\", \"lines\": [{\"code\": \" \", \"amount\": \"1\"}]}");
        assertThat(new String(unnamed.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("\"field\":\"lines[0].code\"", "Ce champ est nécessaire");
        assertThat(post("{\"currency\": \"XXY\", \"lines\": [{\"code\": \"1\", \"amount\": \"1\"}]}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(post("{\"currency\": \"CAD\", \"lines\": [{\"code\": \"1\", \"amount\": \"-1\"}]}")
                        .getStatus())
                .isEqualTo(422);
        assertThat(post("{\"currency\": \"CAD\", \"lines\": [{\"code\": \"1\", \"amount\": \"1\"},"
                                + " {\"code\": \"1\", \"amount\": \"1\"}]}")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void showsLinesDeliverablesAndTheirDays() throws Exception {
        String url = record("Appui fictif");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(url).text()).contains("Salaires", "Fondation fictive", "0 % dépensé");
        coordinator.post(
                url + "/due",
                "kind=DELIVERABLE",
                "what=Rapport d’étape",
                "due=" + settings.today().plusDays(5),
                "clause=4.2");
        String page = coordinator.open(url).text();
        assertThat(page).contains("Rapport d’étape", "article 4.2");
        assertThat(coordinator.open("/").text()).contains("Rapport d’étape");
        assertThat(deadlines.find(
                        visitors.actor(Role.COORDINATOR),
                        "resources.grant/",
                        settings.today(),
                        settings.today().plusDays(100)))
                .extracting(Deadline::what)
                .contains("Rapport d’étape", "Fermer l’entente\u00a0: Appui fictif");
    }

    @Test
    void warnsWhenAllTransfersOfALinePassItsTolerance() {
        String url = record("Autre appui");
        UUID line = db.sql("SELECT id FROM resources.spending_line WHERE code = '1'")
                .query(UUID.class)
                .single();
        var coordinator = pages.as(Role.COORDINATOR);
        coordinator.post(url + "/line/" + line, "version=1", "amount=7 500,00");
        assertThat(coordinator.open(url).text()).doesNotContain("avenant");
        coordinator.post(url + "/line/" + line, "version=2", "amount=7000");
        assertThat(coordinator.open(url).text()).contains("il faut un avenant");
        assertThat(coordinator
                        .post(url + "/line/" + line, "version=2", "amount=1")
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void listsAgreementsForTheBoard() {
        String url = record("Appui fictif");
        for (String page : List.of(url, "/resources/grant/agreement", "/resources/grant/applications")) {
            assertThat(pages.as(Role.VOLUNTEER).get(page)).as(page).hasStatus(403);
            assertThat(pages.as(Role.AUDITOR).get(page)).as(page).hasStatusOk();
        }
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/resources/grant/agreement")
                        .text())
                .contains("Appui fictif", "1 entente");
        assertThat(Pages.text(pages.as(Role.BOARD_MEMBER).get("/resources/grant/agreement/export.csv")))
                .contains("Appui fictif");
    }

    @Test
    void tellsTheBoardOnOneSheetWhatWillBeLost() throws Exception {
        String url = record("Appui pour le CA");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(url).text()).contains("Il est trop tôt pour prévoir");
        db.sql("UPDATE resources.grant_agreement SET starts_on = ?")
                .param(settings.today().minusDays(99))
                .update();
        coordinator.post(
                url + "/due", "kind=INSTALMENT", "what=Deuxième tranche", "amount=500", "due=" + settings.today());
        assertThat(coordinator.open(url).text())
                .contains("Si rien ne change, 20 000,00 $ ne seront pas dépensés", "dépensé ÷ part du temps écoulé");
        byte[] sheet = pages.as(Role.BOARD_MEMBER)
                .get(url + "/board.pdf")
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument pdf = Loader.loadPDF(sheet)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0\u202f]+", " "))
                    .contains("20 000,00 $ ne seront pas dépensés", "Deuxième tranche – Fondation fictive", "À la fin");
        }
    }

    @Test
    void closesOnceNothingLacksOrWithTheReason() {
        String url = record("Appui qui finit");
        var coordinator = pages.as(Role.COORDINATOR);
        assertThat(coordinator.open(url).select("#closing")).as("99 days ahead").isEmpty();
        db.sql("UPDATE resources.grant_agreement SET ends_on = ?")
                .param(settings.today().plusDays(20))
                .update();
        coordinator.post(url + "/due", "kind=DELIVERABLE", "what=Rapport final", "due=" + settings.today());
        coordinator.post(url + "/due", "kind=INSTALMENT", "what=Solde", "amount=500", "due=" + settings.today());
        assertThat(coordinator.open("/").text())
                .contains(
                        "Fermer l’entente : Appui qui finit",
                        "Il manque 1 livrable à remettre, 1 versement à recevoir, le rapport financier final et le jour jusqu’où");
        UUID instalment = db.sql("SELECT id FROM resources.grant_agreement_due WHERE kind = 'INSTALMENT'")
                .query(UUID.class)
                .single();
        coordinator.post(url + "/due/" + instalment + "/done", "version=1");
        assertThat(coordinator.open(url).select("#closing").text())
                .contains("1 livrable à remettre", "Reçu et pas dépensé : 500,00 $")
                .doesNotContain("versement à recevoir");
        String version = coordinator
                .open(url)
                .select("form[action$=/close] input[name=version]")
                .val();
        MvcTestResult refused = coordinator.post(url + "/close", "version=" + version);
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused).select("form:has([data-focus])").eachAttr("action"))
                .as("only the form that was refused takes the focus")
                .containsExactly(url + "/close");
        assertThat(Pages.parse(refused).select("#closing details[open]").text()).doesNotContain("facultatif");
        assertThat(coordinator.post(url + "/close", "version=" + version, "note=" + "x".repeat(1001)))
                .hasStatus(422);
        coordinator.post(url + "/close", "version=" + version, "note=Le bailleur a mis fin au programme.");
        assertThat(coordinator.open(url).select("#closing").text())
                .contains("fermée depuis", "Le bailleur a mis fin", "Rouvrir");
        assertThat(coordinator.open(url).select(".head").text())
                .contains("Fermée le")
                .doesNotContain("Il reste", "dépense");
        assertThat(coordinator.open("/").text()).doesNotContain("Appui qui finit", "Rapport final");
        assertThat(coordinator.post(url + "/close", "version=" + version, "note=encore"))
                .as("someone closed it meanwhile")
                .hasStatus(409);
        coordinator.post(url + "/reopen");
        assertThat(coordinator.open("/").text()).contains("Fermer l’entente : Appui qui finit");
    }
}
