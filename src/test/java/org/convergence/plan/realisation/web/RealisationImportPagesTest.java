package org.convergence.plan.realisation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file of past realisations, page by page. */
@ModuleTest
class RealisationImportPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private JobTestRunner jobs;

    @BeforeEach
    void preparePlan() {
        visitors.ensureOrganisation();
        ground.clear();
        CurrentActor.runAs(RealisationFixture.COORDINATOR, () -> ground.organisations("Comité jeunes"));
    }

    @Test
    void choosesChecksImportsAndUndoesAFile() {
        String url = Pages.location(upload("passé.csv", """
                Quoi;Quand;Avec;Remarques
                Atelier;2026-05-14;comite jeunes;<script>alert(1)</script>
                Rencontre;;;
                """));
        Document page = open(url);
        assertThat(page.select("select[name=column0] option[selected]").val()).isEqualTo("TITLE");
        assertThat(page.select("select[name=column1] option[selected]").val()).isEqualTo("FROM");
        assertThat(page.select("#lines .tabs").text()).contains("1 sera ajoutée", "1 laissée de côté");
        assertThat(page.select("#lines td").text()).contains("Date");

        assertThat(post(
                        url,
                        "version",
                        "1",
                        "column0",
                        "TITLE",
                        "column1",
                        "FROM",
                        "column2",
                        "ORGANISATIONS",
                        "column3",
                        "NARRATIVE"))
                .hasStatus(303);
        Document taken = open(url + "?show=CREATED");
        assertThat(taken.select("#lines th[scope=row]").text()).contains("Atelier", "1 organisation");
        assertThat(taken.select("main script")).isEmpty();

        assertThat(post(
                        url + "/run",
                        "version",
                        taken.select("input[name=version]").val()))
                .hasStatus(303);
        assertThat(open(url).select("progress")).hasSize(1);
        assertThat(part(url + "/work")).bodyText().contains("progress").doesNotContain("<html");
        jobs.runAll();
        assertThat(part(url + "/work")).hasHeader("HX-Redirect", url);
        Document report = open(url);
        assertThat(report.select("#lines .tabs").text()).contains("1 ajoutée", "1 laissée de côté");
        assertThat(report.select("#lines").text()).contains("Rencontre", "Date");
        assertThat(open("/plan/realisation").text()).contains("Atelier");

        assertThat(post(url + "/undo")).hasStatus(303);
        jobs.runAll();
        assertThat(open(url).select(".head .lead").text()).contains("retirées");
        assertThat(open("/plan/realisation").select("ul.rows")).isEmpty();
    }

    @Test
    void refusesAnUnreadableFileWithAMessage() {
        assertThat(upload("plan.pdf", "%PDF-1.7")).hasStatus(422).bodyText().contains("n’est pas un tableau");
        assertThat(upload("../../etc/passwd.csv", "Titre;Date\nAtelier;2026-05-14\n"))
                .hasStatus(303);
        assertThat(open("/plan/realisation/import").select(".rows").text())
                .contains("passwd.csv")
                .doesNotContain("etc/");
        MvcTestResult nothing = mvc.post()
                .uri("/plan/realisation/import")
                .with(visitors.as(Role.STAFF))
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatus(422);
    }

    @Test
    void missingRequiredColumnsKeepTheChosenOnes() {
        String url = Pages.location(upload("passé.csv", "A;B\nAtelier;2026-05-14\n"));
        assertThat(open(url).select("#lines .tabs").text())
                .contains("1 laissée de côté")
                .doesNotContain("ajoutée");
        MvcTestResult twice = post(url, "version", "1", "column0", "KIND", "column1", "KIND");
        assertThat(twice).hasStatus(422).bodyText().contains("Dites quelle colonne contient ceci : Titre");
        assertThat(post(url, "version", "1", "column0", "TITLE", "column1", "FROM"))
                .hasStatus(303);
        assertThat(post(url, "version", "1", "column0", "TITLE", "column1", "FROM"))
                .hasStatus(409);
        assertThat(open(url).select("#lines .tabs").text()).contains("1 sera ajoutée");
        assertThat(post(url + "/discard")).hasStatus(303);
        assertThat(get(url, Role.COORDINATOR)).hasStatus(404);
    }

    @Test
    void anExportCanBeImported() {
        String url = Pages.location(upload("passé.csv", """
                Titre;Date;Jusqu’au;Lieu;Organisations;Participations;Femmes
                Atelier;2026-05-14;2026-05-15;En ligne;Comité jeunes;24;15
                """));
        post(url + "/run", "version", "1");
        jobs.runAll();
        byte[] file = Objects.requireNonNull(get("/plan/realisation/export.xlsx", Role.COORDINATOR)
                .getResponse()
                .getContentAsByteArray());
        ground.clear();
        String again = Pages.location(upload("liste.xlsx", file));
        assertThat(open(again).select("#lines .tabs").text())
                .contains("1 sera ajoutée")
                .doesNotContain("laissée");
        post(again + "/run", "version", "1");
        jobs.runAll();
        assertThat(open("/plan/realisation").select("ul.rows").text())
                .contains("Atelier", "En ligne", "24 participations", "Comité jeunes");
    }

    @Test
    void hidesTheImportWithoutPermission() {
        assertThat(page(get("/plan/realisation", Role.VOLUNTEER)).select("a[href$=/import]"))
                .isEmpty();
        assertThat(page(get("/plan/realisation", Role.STAFF)).select("a[href$=/import]"))
                .isNotEmpty();
        assertThat(get("/plan/realisation/import", Role.VOLUNTEER)).hasStatus(403);
    }

    private MvcTestResult upload(String name, String text) {
        return upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult upload(String name, byte[] bytes) {
        return mvc.post()
                .uri("/plan/realisation/import")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }

    private Document open(String url) {
        MvcTestResult answer = get(url, Role.COORDINATOR);
        assertThat(answer).as(url).hasStatusOk();
        return page(answer);
    }

    private MvcTestResult get(String url, Role role) {
        return mvc.get().uri(url).with(visitors.as(role)).exchange();
    }

    private MvcTestResult part(String url) {
        return mvc.get()
                .uri(url)
                .header("HX-Request", "true")
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
