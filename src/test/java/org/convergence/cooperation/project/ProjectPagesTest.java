package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A project from its title to an approved figure with its evidence. */
@ModuleTest
class ProjectPagesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noProjects() {
        fixture.clear();
        today = settings.today();
    }

    private String open() {
        return fixture.post(
                "/cooperation/project/new",
                "title=Couturières de deux rives",
                "role=CO_LEAD",
                "organisation-new=" + CooperationFixture.PARTNER,
                "brings=Ses formatrices",
                "countries=Mexique, Colombia",
                "reach=120",
                "reached=ouvrières du vêtement",
                "from=" + today.minusMonths(7).withDayOfMonth(1),
                "to=" + today.plusMonths(17).withDayOfMonth(1),
                "level0=Résultat final");
    }

    private UUID result(String url, String level, String statement, String parent) {
        fixture.post(url + "/logic/new", "level=" + level, "statement=" + statement, "parent=" + parent);
        return db.sql("SELECT id FROM cooperation.project_result WHERE statement = ?")
                .param(statement)
                .query(UUID.class)
                .single();
    }

    /** An indicator by sex, fed by trainings with the partner in Mexico. */
    private String indicator(String url, UUID result) {
        fixture.post(
                url + "/framework/new",
                "result=" + result,
                "wording=Nombre de déléguées formées",
                "kind=QUANTITY",
                "bySex=true",
                "addsUp=true",
                "unit=déléguées",
                "baseline.number=4",
                "baselineYear=2025",
                "source=Feuilles de présence",
                "method=Compte à la porte",
                "frequency=Chaque atelier",
                "responsible=La coordination",
                "feed.measure=PARTICIPATIONS",
                "feed.kind=TRAINING",
                "feed.partner=" + fixture.partner().value(),
                "feed.place=Mexique");
        return fixture.only("project_indicator").toString();
    }

    private String cell(String url) {
        UUID period = db.sql("""
                        SELECT id FROM cooperation.project_period WHERE ? BETWEEN starts_on AND ends_on
                        """).param(today).query(UUID.class).single();
        return url + "/results/" + fixture.only("project_indicator") + "/" + period;
    }

    private String fedCell() {
        String url = open();
        indicator(url, result(url, "IMMEDIATE", "Capacité de négocier renforcée chez les déléguées de Puebla", ""));
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(1), "months=6", "count=2");
        return cell(url);
    }

    @Test
    void opensAProjectWithWhoBringsWhat() {
        String url = open();
        assertThat(fixture.main(url))
                .contains(
                        "Nous le menons ensemble",
                        CooperationFixture.PARTNER,
                        "Ses formatrices",
                        "Mexique",
                        "Colombie",
                        "120 ouvrières du vêtement");
        assertThat(fixture.main("/cooperation/project?q=couturieres")).contains("Couturières de deux rives");
        assertThat(fixture.main("/cooperation/project?ended=true")).contains("Rien ne correspond");
        assertThat(Pages.text(pages.as(Role.COORDINATOR).get("/cooperation/project/export.csv")))
                .contains("Couturières de deux rives", CooperationFixture.PARTNER);
        fixture.post(url + "/edit", "version=1", "title=Autre titre", "role=SUPPORT", "countries=MX");
        assertThat(fixture.main(url)).contains("Autre titre", "Nous l’appuyons").doesNotContain("Colombie");
    }

    @Test
    void refusesAProjectWithoutPartnerOrWithAnUnknownCountry() {
        MvcTestResult answer = pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/project/new",
                        "title=Seul",
                        "role=LEAD",
                        "countries=Atlantide",
                        "from=2026-05-01",
                        "to=2026-04-01");
        assertThat(answer).hasStatus(422);
        assertThat(Pages.parse(answer).text()).contains("Atlantide", "La fin vient après le début");
        assertThat(db.sql("SELECT count(*) FROM cooperation.project")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void drawsTheLogicModelAndRefusesALoop() {
        String url = open();
        UUID impact = result(url, "ULTIMATE", "Droits respectés pour les ouvrières de Puebla", "");
        UUID outcome = result(url, "IMMEDIATE", "Capacité renforcée chez les déléguées de Puebla", impact.toString());
        UUID output = result(url, "OUTPUT", "Animer des ateliers", outcome.toString());
        Document page = pages.as(Role.COORDINATOR).open(url + "/logic");
        assertThat(page.select("svg[role=img]").attr("aria-label")).contains("Capacité renforcée");
        assertThat(page.select("figure table tbody tr")).hasSize(3);
        assertThat(page.select("main").text()).contains("Résultat final", "C’est une action. Dites ce qui a changé.");
        MvcTestResult loop = pages.as(Role.COORDINATOR)
                .post(
                        url + "/logic/" + outcome,
                        "version=1",
                        "level=IMMEDIATE",
                        "statement=Capacité renforcée",
                        "parent=" + output);
        assertThat(loop).hasStatus(422);
        assertThat(Pages.parse(loop).text()).contains("Un résultat ne peut pas découler de lui-même");
        fixture.post(
                url + "/logic/" + outcome,
                "version=1",
                "level=INTERMEDIATE",
                "statement=Plus haut",
                "parent=" + impact);
        assertThat(db.sql("SELECT parent_level FROM cooperation.project_result WHERE id = ?")
                        .param(output)
                        .query(String.class)
                        .single())
                .isEqualTo("INTERMEDIATE");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/logic/" + outcome + "/remove"))
                .hasStatus(422);
    }

    @Test
    void showsTheEightColumnsAndWhichResultHasNoIndicator() {
        String url = open();
        result(url, "ULTIMATE", "Droits respectés pour les ouvrières de Puebla", "");
        indicator(url, result(url, "IMMEDIATE", "Capacité renforcée chez les déléguées de Puebla", ""));
        Document page = pages.as(Role.COORDINATOR).open(url + "/framework");
        assertThat(page.select("main thead th")).hasSize(8);
        assertThat(page.select("main").text().replace('\u00a0', ' '))
                .contains(
                        "1 résultat n’a pas d’indicateur",
                        "Nombre de déléguées formées",
                        "4 déléguées (2025)",
                        "Feuilles de présence",
                        "Compte à la porte",
                        "Chaque atelier",
                        "La coordination");
        assertThat(Pages.text(pages.as(Role.COORDINATOR).get(url + "/framework/export.csv")))
                .contains("Nombre de déléguées formées", "Feuilles de présence");
    }

    @Test
    void countsRealisationsThatMatchOnceAndOpensTheirEvidence() {
        String cell = fedCell();
        fixture.realise(RealisationKind.TRAINING, today.minusDays(3), new Participations(12, 3, 0, 5, null));
        fixture.realise(RealisationKind.TRAINING, today.minusDays(2), new Participations(8, 0, 1, 0, null));
        fixture.realise(RealisationKind.MEETING, today.minusDays(2), Participations.of(50));
        fixture.realise(RealisationKind.TRAINING, today.minusMonths(4), Participations.of(60));
        assertThat(fixture.main(cell))
                .contains(
                        "29 déléguées",
                        "20 femmes, 3 hommes, 1 d’un autre genre, 5 de genre non déclaré",
                        "2 réalisations comptent")
                .contains("Atelier du " + today.minusDays(3))
                .doesNotContain("Atelier du " + today.minusMonths(4));
        String results = cell.substring(0, cell.indexOf("/results") + 8);
        assertThat(fixture.main(results)).contains("29 déléguées", "20 femmes");
        assertThat(fixture.main(results + "?period=all")).contains("29 déléguées", "pas encore approuvée");
    }

    @Test
    void submittedValueStaysAndSaysWhatRealisationsGiveToday() {
        String cell = fedCell();
        fixture.realise(RealisationKind.TRAINING, today.minusDays(3), Participations.of(20));
        fixture.post(cell + "/submit");
        fixture.realise(RealisationKind.TRAINING, today.minusDays(2), Participations.of(5));
        assertThat(fixture.main(cell)).contains("Soumise", "Aujourd’hui, les réalisations donnent 25 déléguées");
        assertThat(pages.as(Role.COORDINATOR).post(cell + "/value", "version=1", "actual.number=3"))
                .hasStatus(422);
        fixture.post(cell + "/return", "comment=Comptez l’atelier d’hier");
        assertThat(fixture.main(cell)).contains("Renvoyée", "Comptez l’atelier d’hier", "25 déléguées");
        fixture.post(cell + "/submit");
        fixture.post(cell + "/approve");
        assertThat(fixture.main(cell)).contains("Approuvée").doesNotContain("Aujourd’hui, les réalisations");
        assertThat(pages.as(Role.STAFF).post(cell + "/approve")).hasStatus(403);
    }

    @Test
    void targetChangedAfterResultsNeedsAReasonAndALockedPeriodStays() {
        String cell = fedCell();
        fixture.post(cell + "/target", "version=0", "target.number=40");
        fixture.post(cell + "/target", "version=1", "target.number=30");
        fixture.realise(RealisationKind.TRAINING, today.minusDays(3), Participations.of(20));
        MvcTestResult refused = pages.as(Role.COORDINATOR).post(cell + "/target", "version=2", "target.number=20");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused).text()).contains("Dites pourquoi la cible change");
        fixture.post(cell + "/target", "version=2", "target.number=20", "reason=Une usine a fermé");
        assertThat(fixture.main(cell)).contains("Cible atteinte", "Une usine a fermé");
        String period = cell.substring(cell.lastIndexOf('/') + 1);
        String results = cell.substring(0, cell.indexOf("/results") + 8);
        fixture.post(results + "/periods/" + period + "/lock");
        assertThat(fixture.main(results)).contains("Cette période est verrouillée");
        for (String gesture : new String[] {"/target", "/value", "/submit"}) {
            assertThat(pages.as(Role.COORDINATOR).post(cell + gesture, "version=3", "target.number=10", "reason=x"))
                    .as(gesture)
                    .hasStatus(422);
        }
        fixture.post(results + "/periods/" + period + "/unlock");
        fixture.post(cell + "/submit");
        assertThat(pages.as(Role.STAFF).post(results + "/periods/" + period + "/lock"))
                .hasStatus(403);
    }

    @Test
    void entersCellsWhoseRestIsNotStatedAndRefusesCellsAboveTheTotal() {
        String url = open();
        UUID outcome = result(url, "IMMEDIATE", "Capacité renforcée chez les déléguées de Puebla", "");
        fixture.post(url + "/framework/new", "result=" + outcome, "wording=Déléguées", "kind=QUANTITY", "bySex=true");
        fixture.post(url + "/results/periods", "from=" + today.minusMonths(1), "months=6", "count=1");
        String cell = cell(url);
        MvcTestResult wrong = pages.as(Role.COORDINATOR)
                .post(cell + "/value", "version=0", "actual.number=10", "actual.women=8", "actual.men=5");
        assertThat(wrong).hasStatus(422);
        assertThat(Pages.parse(wrong).text()).contains("Les cases font 13, et le total 10");
        fixture.post(cell + "/value", "version=0", "actual.number=20", "actual.women=8", "actual.men=5");
        assertThat(fixture.main(cell)).contains("8 femmes, 5 hommes, 0 d’un autre genre, 7 de genre non déclaré");
        assertThat(pages.as(Role.COORDINATOR).post(cell + "/value", "version=0", "actual.women=1"))
                .as("edited meanwhile")
                .hasStatus(409);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/framework/" + fixture.only("project_indicator") + "/remove"))
                .as("an indicator with values stays")
                .hasStatus(422);
    }

    @Test
    void visitorsWithoutThePermissionSeeNothing() {
        String url = open();
        assertThat(pages.as(Role.ADMINISTRATOR).get(url + "/results")).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/results")).hasStatusOk();
        assertThat(pages.as(Role.BOARD_MEMBER).post(url + "/logic/new", "level=OUTPUT", "statement=x"))
                .hasStatus(403);
    }
}
