package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.report.ReportFixture;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.SectionRef;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class ReportPagesTest {

    private static int year = 2000;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ReportFixture season;

    @Autowired
    private JdbcClient db;

    private record ReportPagesCase(TestPlanLines lines, String url, RealisationId workshop) {}

    private ReportPagesCase aReport() {
        visitors.ensureOrganisation();
        year++;
        TestPlanLines lines = season.plan(year);
        season.wants(lines.offer(), ActionTarget.of(TargetMeasure.PARTICIPATIONS, 100));
        RealisationId workshop = season.workshop(
                "Atelier <b>au</b> cégep",
                LocalDate.of(year, 5, 2),
                new Participations(12, 6, 1, 1, null),
                Set.of(lines.offer()),
                "Cégep du Port");
        season.workshop("Réunion", LocalDate.of(year, 6, 2), null, Set.of(lines.offer()));
        MvcTestResult begun = post(
                "/plan/report/new",
                "plan",
                lines.plan().value().toString(),
                "title",
                "Rapport d’activités " + year,
                "from",
                lines.from().toString(),
                "to",
                lines.to().toString(),
                "language",
                "fr");
        assertThat(begun).hasStatus(303);
        return new ReportPagesCase(
                lines, Objects.requireNonNull(begun.getResponse().getRedirectedUrl()), workshop);
    }

    @BeforeEach
    void prepareOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void everyPageOfADraftOpens() {
        ReportPagesCase made = aReport();
        String means = "/section/" + SectionRef.of(made.lines().workshops()).slug();
        for (String below : List.of(
                "",
                "/lacks",
                "/paper",
                "/edit",
                "/discard",
                "/file",
                "/evidence",
                "/evidence?line=" + made.lines().workshops().value() + "&counted=PARTICIPATIONS",
                "/evidence?place=QC-06&counted=WOMEN",
                "/evidence?place=&kind=WORKSHOP&month=" + year + "-05",
                "/section/foreword",
                "/section/closing",
                means,
                means + "/edit",
                "/gap/" + made.lines().offer().value(),
                "/leave-out/" + made.workshop().value())) {
            assertThat(get(made.url() + below, Role.COORDINATOR)).as(below).hasStatusOk();
        }
        assertThat(get("/plan/report", Role.BOARD_MEMBER)).hasStatusOk();
        assertThat(get("/plan/report?plan=" + made.lines().plan().value(), Role.COORDINATOR))
                .bodyText()
                .contains("Rapport d’activités " + year);
    }

    @Test
    void readersSeeNoFormAndMayNotWrite() {
        ReportPagesCase made = aReport();
        String url = made.url() + "/section/foreword";
        Document page = page(url, Role.BOARD_MEMBER);
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text()).contains("Aucun texte pour l’instant");
        assertThat(pages.as(Role.AUDITOR).post(url, "text=Intrus")).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(made.url() + "/file")).hasStatus(403);
    }

    @Test
    void writesASectionAndShowsBothVersionsOfAConflict() {
        ReportPagesCase made = aReport();
        String url = made.url() + "/section/foreword";
        assertThat(post(url, "version", "0", "text", "Le mot de Camille.")).hasStatus(303);
        MvcTestResult conflict = post(url, "version", "0", "text", "Mon mot.");
        assertThat(conflict).hasStatus(409).bodyText().contains("Le mot de Camille.", "Mon mot.");
        Document both = Pages.parse(conflict);
        assertThat(both.select("input[name=version]").val()).isEqualTo("1");
        assertThat(post(url, "version", "1", "since", "0", "text", "Nos deux mots."))
                .hasStatus(303);
        assertThat(get(url, Role.COORDINATOR)).bodyText().contains("Nos deux mots.");
    }

    @Test
    void theFigureOfASectionOpensTheRealisationsBehindIt() {
        ReportPagesCase made = aReport();
        Document section = page(
                made.url() + "/section/"
                        + SectionRef.of(made.lines().workshops()).slug(),
                Role.COORDINATOR);
        assertThat(section.select(".figure b").text()).isEqualTo("20");
        assertThat(section.select(".goals").text()).contains("100 participations", "atteint : 20", "−80");
        Document evidence = page(section.select(".figure a").attr("href"), Role.COORDINATOR);
        assertThat(evidence.select("tbody tr")).hasSize(1);
        assertThat(evidence.select("tbody th a").text()).isEqualTo("Atelier <b>au</b> cégep");
        assertThat(evidence.select(".lead").text()).contains("20 participations");
        assertThat(page(made.url() + "/evidence?counted=UNCOUNTED", Role.COORDINATOR)
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void leavesOutARealisationWithAReasonAndIncludesItAgain() {
        ReportPagesCase made = aReport();
        String url = made.url() + "/leave-out/" + made.workshop().value();
        assertThat(post(url, "reason", " ")).hasStatus(422);
        assertThat(post(url, "reason", "Compté par notre partenaire")).hasStatus(303);
        assertThat(page(made.url() + "/evidence", Role.COORDINATOR).text()).contains("Compté par notre partenaire");
        assertThat(page(made.url() + "/evidence", Role.COORDINATOR).select("tbody tr"))
                .hasSize(1);
        assertThat(post(made.url() + "/put-back/" + made.workshop().value())).hasStatus(303);
        assertThat(page(made.url() + "/evidence", Role.COORDINATOR).select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void lacksLinkToTheirCorrection() {
        ReportPagesCase made = aReport();
        Document report = page(made.url(), Role.COORDINATOR);
        assertThat(report.select(".lead").text()).contains("Il manque 5 choses.", "Voir les 5");
        Document lacks = page(made.url() + "/lacks", Role.COORDINATOR);
        assertThat(lacks.select("main .rows li")).hasSize(5);
        lacks.select("main .rows li a").eachAttr("href").stream()
                .filter(url -> url.startsWith("/plan/report"))
                .forEach(url -> assertThat(get(url, Role.COORDINATOR)).as(url).hasStatusOk());
    }

    @Test
    void refusesToFileAnIncompleteReportAndListsItsLacks() {
        ReportPagesCase made = aReport();
        MvcTestResult refused = post(made.url() + "/file");
        assertThat(refused).hasStatus(422).bodyText().contains("Le texte est à écrire.");
    }

    @Test
    void filesReadsAndReplacesAReport() {
        ReportPagesCase made = aReport();
        post(made.url() + "/section/foreword", "version", "0", "text", "Une année.");
        for (var means : List.of(made.lines().workshops(), made.lines().tools())) {
            post(made.url() + "/section/" + SectionRef.of(means).slug(), "version", "0", "text", "Fait.");
        }
        post(made.url() + "/gap/" + made.lines().offer().value(), "version", "0", "words", "La tempête.");
        assertThat(post(made.url() + "/file")).hasStatus(303);
        for (String below : List.of("", "/paper", "/differences", "/evidence", "/section/foreword", "/replace")) {
            assertThat(get(made.url() + below, Role.COORDINATOR)).as(below).hasStatusOk();
        }
        Document filed = page(made.url(), Role.BOARD_MEMBER);
        assertThat(filed.select(".lead").text()).contains("Figé le", "Aucune correction depuis.");
        for (String extension : List.of("pdf", "docx", "json")) {
            assertThat(get(made.url() + "/download." + extension, Role.BOARD_MEMBER))
                    .hasStatusOk();
        }
        season.workshop(
                "Un de plus",
                LocalDate.of(year, 7, 2),
                null,
                Set.of(made.lines().offer()));
        assertThat(page(made.url(), Role.BOARD_MEMBER).select(".lead").text()).contains("Une correction depuis.");
        assertThat(page(made.url() + "/differences", Role.BOARD_MEMBER).text())
                .contains("Un de plus", "Ajoutée depuis", "Sert à 1.2 · Offrir des ateliers.");
        assertThat(page(made.url() + "/evidence", Role.BOARD_MEMBER).text())
                .doesNotContain("Un de plus")
                .contains("tel que déposé le");
        assertThat(post(made.url() + "/section/foreword", "version", "1", "text", "Autre."))
                .hasStatus(422);
        assertThat(post(made.url() + "/replace")).hasStatus(303);
    }

    @Test
    void aReportWithoutPeriodUsesThatOfItsPlanOnAnyDay() {
        ReportPagesCase made = aReport();
        String title = "Sans période " + UUID.randomUUID();
        String plan = made.lines().plan().value().toString();
        assertThat(post("/plan/report/new", "audience", "board", "plan", plan, "title", title, "language", "fr"))
                .hasStatus(303);
        assertThat(db.sql("SELECT period_from || ' ' || period_to FROM plan.report WHERE title = ?")
                        .param(title)
                        .query(String.class)
                        .single())
                .isEqualTo(made.lines().from() + " " + made.lines().to());
    }

    @Test
    void aReportOfAnOlderPlanShowsItsRealisations() throws IOException {
        TestPlanLines old = season.plan(++year);
        season.workshop("Atelier d’alors", old.from().plusDays(40), null, Set.of(old.offer()));
        String plan = old.plan().value().toString();
        MvcTestResult live = get("/api/v1/plans/" + plan + "/reports/annual.pdf", Role.AUDITOR);
        try (PDDocument paper = Loader.loadPDF(live.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Atelier d’alors", "avril " + year, "mars " + (year + 1));
        }
        String url = String.valueOf(post("/plan/report/new", "plan", plan, "title", "Sans période", "language", "fr")
                .getResponse()
                .getRedirectedUrl());
        assertThat(page(url + "/evidence", Role.COORDINATOR).select("tbody tr")).hasSize(1);
    }

    @Test
    void theApiServesTheCurrentAndTheFiledReport() {
        ReportPagesCase made = aReport();
        String token = "Bearer " + visitors.createToken(Role.AUDITOR);
        String live = "/api/v1/plans/" + made.lines().plan().value() + "/reports/annual.";
        for (String ask : List.of("pdf", "docx", "pdf?from=" + year + "-04-01&to=" + year + "-12-31&lang=en")) {
            assertThat(browser.get().uri(live + ask).header("Authorization", token))
                    .as(ask)
                    .hasStatusOk();
        }
        assertThat(browser.get().uri(live + "pdf?from=hier").header("Authorization", token))
                .hasStatus(422);
        assertThat(browser.get().uri(live + "pdf?lang=xx").header("Authorization", token))
                .hasStatus(422);
        assertThat(browser.get().uri(live + "txt").header("Authorization", token))
                .hasStatus(404);
        UUID report = UUID.fromString(made.url().substring(made.url().lastIndexOf('/') + 1));
        assertThat(browser.get().uri("/api/v1/reports/" + report + ".pdf").header("Authorization", token))
                .hasStatus(404);
    }

    private Document page(String url, Role role) {
        return pages.as(role).open(url);
    }

    private MvcTestResult get(String url, Role role) {
        return pages.as(role).get(url);
    }

    private MvcTestResult post(String url, String... fields) {
        var request =
                browser.post().uri(url).with(visitors.as(Role.COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
