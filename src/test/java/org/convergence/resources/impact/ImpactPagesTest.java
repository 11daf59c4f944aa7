package org.convergence.resources.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of leaflets. */
@ModuleTest
class ImpactPagesTest {

    private static final String YEAR = "from=2025-04-01&to=2026-03-31";

    @Autowired
    private Pages pages;

    @Autowired
    private ImpactFixture union;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private JdbcClient db;

    private OrganisationId maple;

    @BeforeEach
    void twoMembers() {
        union.clear();
        var category = union.addCategory();
        maple = union.addMember("Syndicat de l’Érable", category, LocalDate.of(2015, 1, 1));
        union.addMember("Syndicat du Tilleul", category, LocalDate.of(2015, 1, 1));
        union.recordRealisation(
                "Atelier du textile", LocalDate.of(2025, 6, 1), 12, "On y a parlé de nos chandails.", maple);
    }

    @Test
    void makesAllLeafletsOfAPeriodAndDownloadsThem() throws Exception {
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/impact?" + YEAR)
                        .select("main")
                        .text())
                .contains("2 membres · aucun document prêt", "À préparer");
        assertThat(pages.as(Role.STAFF).post("/resources/impact/run", "from=2025-04-01", "to=2026-03-31"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open("/resources/impact?" + YEAR).select("#work"))
                .hasSize(1);
        queued.runAll();
        Document page = pages.as(Role.ACCOUNTANT).open("/resources/impact?" + YEAR);
        assertThat(page.select("main").text()).contains("2 documents prêts", "Prêt depuis");
        assertThat(page.select("main form[method=post]")).isEmpty();
        String file = page.select("main .rows a[href^=/platform/document/]").attr("href");
        assertThat(pages.as(Role.ACCOUNTANT).get(file))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "application/pdf");
        assertThat(pages.as(Role.BOARD_MEMBER).get(file)).hasStatus(404);
        assertThat(names(pages.as(Role.STAFF).get("/resources/impact/all.zip?" + YEAR)))
                .containsExactlyInAnyOrder(
                        "Ce que votre adhésion a rendu possible – Syndicat de l’Érable – du 1er avril 2025 au 31 mars 2026.pdf",
                        "Ce que votre adhésion a rendu possible – Syndicat du Tilleul – du 1er avril 2025 au 31 mars 2026.pdf");
        assertThat(pages.as(Role.STAFF)
                        .open("/directory/people/organisations/" + maple.value())
                        .select("main")
                        .text())
                .contains("Ce que l’adhésion a permis");
    }

    @Test
    void wordsThatAPartnerSentForUsStayOutOfLeaflets() {
        db.sql("""
                        UPDATE plan.realisation SET source_module = 'cooperation.fieldwork', source_kind = 'entry',
                               source_id = 'x', source_url = '/cooperation/fieldwork' WHERE title = 'Atelier du textile'
                        """).update();
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/impact/of/" + maple.value() + "?" + YEAR)
                        .select("main")
                        .text())
                .contains("Atelier du textile", "12 participations")
                .doesNotContain("chandails");
    }

    @Test
    void previewsALeafletBeforeStoringIt() {
        String preview = "/resources/impact/of/" + maple.value() + "?" + YEAR;
        Document page = pages.as(Role.STAFF).open(preview);
        assertThat(page.select("main").text())
                .contains(
                        "Avec vous",
                        "12 participations",
                        "Atelier du textile",
                        "On y a parlé de nos chandails.",
                        "Garder ce document")
                .doesNotContain("Tilleul");
        assertThat(pages.as(Role.STAFF)
                        .open(preview + "&language=en")
                        .select("main")
                        .text())
                .contains("With you", "12 participations");
        assertThat(pages.as(Role.STAFF)
                        .open(preview + "&language=en")
                        .select(".head .lead")
                        .text())
                .as("in the reader’s language, whatever the document's")
                .isEqualTo("Du 1er avril 2025 au 31 mars 2026");
        assertThat(pages.as(Role.STAFF).get(preview.replace("?", "/preview.pdf?")))
                .hasStatusOk()
                .headers()
                .hasValue("Content-Type", "application/pdf");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                "/resources/impact/of/" + maple.value(),
                                "from=2025-04-01",
                                "to=2026-03-31",
                                "language=fr"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).open(preview).select("main").text())
                .contains("Ce document est déjà gardé, tel quel.")
                .doesNotContain("Garder ce document");
    }

    @Test
    void rejectsAnInvalidPeriodAndKeepsTheTypedDates() {
        MvcTestResult wrong = pages.as(Role.STAFF).get("/resources/impact?from=2026-03-31&to=2025-04-01");
        assertThat(wrong).hasStatus(422).bodyText().contains("La fin vient avant le début", "2026-03-31");
        assertThat(wrong).bodyText().containsPattern("name=\"to\" type=\"date\"\\s+value=\"2025-04-01\"");
        assertThat(pages.as(Role.STAFF).get("/resources/impact?from=quand&to=2025-04-01"))
                .hasStatus(422)
                .bodyText()
                .containsPattern("name=\"from\" type=\"text\"\\s+value=\"quand\"");
        assertThat(pages.as(Role.STAFF).post("/resources/impact/run", "from=2026-03-31", "to=2025-04-01"))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .open("/resources/impact?from=1990-01-01&to=1990-12-31")
                        .select("main")
                        .text())
                .contains("Aucun membre durant cette période");
    }

    @Test
    void refusesOtherRoles() {
        assertThat(pages.as(Role.BOARD_MEMBER).get("/resources/impact")).hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).get("/resources/impact")).hasStatus(403);
        assertThat(pages.as(Role.ACCOUNTANT).get("/resources/impact/of/" + maple.value() + "?" + YEAR))
                .hasStatus(403);
        assertThat(pages.as(Role.ACCOUNTANT).post("/resources/impact/run", "from=2025-04-01", "to=2026-03-31"))
                .hasStatus(403);
    }

    private static List<String> names(MvcTestResult answer) throws Exception {
        List<String> names = new ArrayList<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(zip.readNBytes(5)).asString().isEqualTo("%PDF-");
                names.add(entry.getName());
            }
        }
        return names;
    }
}
