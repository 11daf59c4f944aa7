package org.convergence.safety.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.risk.domain.Risk.RiskScore.RiskBand;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The risk register on one page: scores, matrix, review by the board. */
@ModuleTest
class RiskPagesTest {

    private static final String LIST = "/safety/risk";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void emptyRegister() {
        users.ensureOrganisation();
        db.sql("DELETE FROM safety.risk").update();
        db.sql("DELETE FROM safety.risk_review").update();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"1, LOW", "4, LOW", "5, MODERATE", "9, MODERATE", "10, HIGH", "14, HIGH", "15, CRITICAL", "25, CRITICAL"
    })
    void bandsBeginAtOneFiveTenAndFifteen(int score, RiskBand band) {
        assertThat(RiskBand.of(score)).isEqualTo(band);
    }

    @Test
    void theMatrixShowsRisksBeforeAndAfterMeasures() {
        assertThat(add("Accident sur la route de nuit", 4, 5, 2, 4, "Aucun trajet de nuit"))
                .hasStatus(303);
        assertThat(add("Vol de téléphone", 3, 2, 3, 2, "")).hasStatus(303);
        Document page = pages.as(Role.BOARD_MEMBER).open(LIST);
        List<String> cells = page.select("tbody td").eachText().stream()
                .map(RiskPagesTest::plain)
                .toList();
        assertThat(cells).hasSize(25);
        assertThat(cells.get(5 + 4)).as("4 × 5").isEqualTo("Critique avant : 1");
        assertThat(cells.get(15 + 3)).as("2 × 4").isEqualTo("Modéré 1");
        assertThat(cells.get(10 + 1)).as("3 × 2").isEqualTo("Modéré 2 avant : 2");
        assertThat(plain(page.text())).contains("Avant les mesures : 20 sur 25; après : 8 sur 25");
        assertThat(page.select("form[action$=review]"))
                .as("a reader reviews nothing")
                .isEmpty();
    }

    @Test
    void refusesMeasuresThatWorsenAndReductionsWithoutMeasures() {
        assertThat(add("x", 2, 2, 3, 2, "mesure")).hasStatus(422);
        assertThat(add("x", 2, 2, 1, 2, "")).hasStatus(422);
        assertThat(add("x", 6, 2, 1, 2, "mesure")).hasStatus(422);
    }

    @Test
    void theBoardReviewsTheWholeRegisterInOneAct() {
        var today = settings.today();
        add("Accident sur la route", 4, 5, 2, 4, "Aucun trajet de nuit");
        add("Vol", 3, 2, 3, 2, "");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                LIST + "/review",
                                "reviewedOn=" + today,
                                "resolution=CA-1",
                                "reviewOn=" + today.plusDays(9)))
                .hasStatus(403);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(LIST + "/review", "reviewedOn=" + today, "resolution=CA-1", "reviewOn=" + today))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                LIST + "/review",
                                "reviewedOn=" + today,
                                "resolution=CA-1",
                                "reviewOn=" + today.plusDays(9)))
                .hasStatus(303);
        assertThat(pages.as(Role.BOARD_MEMBER).open(LIST).text()).contains("résolution CA-1");
        assertThat(db.sql("SELECT count(*) FROM safety.risk WHERE review_on = ?")
                        .param(today.plusDays(9))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private MvcTestResult add(String what, int likelihood, int impact, int after, int impactAfter, String measures) {
        return pages.as(Role.STAFF)
                .post(
                        LIST + "/new",
                        "threat=ROAD",
                        "description=" + what,
                        "exposed=Équipe",
                        "inherentLikelihood=" + likelihood,
                        "inherentImpact=" + impact,
                        "measures=" + measures,
                        "residualLikelihood=" + after,
                        "residualImpact=" + impactAfter,
                        "reviewOn=" + settings.today().plusMonths(6));
    }

    @Test
    void theRegisterIsOneSheetAndIsFound() {
        add("Accident sur la route de nuit", 4, 5, 2, 4, "Aucun trajet de nuit");
        var sheet = pages.as(Role.BOARD_MEMBER).get(LIST + "/register.pdf");
        assertThat(sheet).hasStatusOk();
        assertThat(sheet.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/search?q=route accident")
                        .select("main")
                        .text())
                .contains("Accident sur la route de nuit");
    }
}
