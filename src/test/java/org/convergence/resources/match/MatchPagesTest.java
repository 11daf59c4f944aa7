package org.convergence.resources.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The match of an agreement, from the clause to the filed report: each thing counts once. */
@ModuleTest
class MatchPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Budgets budgets;

    @Autowired
    private JdbcClient db;

    private final UUID mission = UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private final UUID giver = UUID.randomUUID();
    private final UUID realisation = UUID.randomUUID();
    private PageVisitor staff;

    @BeforeEach
    void twoAgreementsAndAWorkshop() throws SQLException {
        visitors.ensureOrganisation();
        clear();
        staff = pages.as(Role.COORDINATOR);
        agreement(mission, "Entente d’essai A", "75000");
        agreement(project, "Entente d’essai B", "10000");
        db.sql("INSERT INTO directory.people_organisation (id, name) VALUES (?, 'Syndicat fictif du match')")
                .param(giver)
                .update();
        db.sql("""
                        INSERT INTO plan.realisation
                            (id, state, title, kind, starts_on, ends_on, recorded_at, recorded_by, narrative, volunteer_hours)
                        VALUES (?, 'DONE', 'Atelier du match', 'WORKSHOP', '2025-03-08', '2025-03-08', now(), ?, '', 40)
                        """).params(realisation, UUID.randomUUID()).update();
        staff.post(
                url(mission) + "/clause",
                "base=COST",
                "figure=25",
                "clause=7.2",
                "inKind=50",
                "stacking=90",
                "version=1");
    }

    private void agreement(UUID id, String title, String amount) {
        db.sql("""
                        INSERT INTO resources.grant_agreement (id, number, title, currency, starts_on, ends_on, scope)
                        VALUES (?, 'MATCH', ?, 'CAD', '2025-01-01', '2025-12-31', 'PROJECT')
                        """).params(id, title).update();
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(
                        "resources.grant/agreement/" + id,
                        title,
                        "CAD",
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 12, 31),
                        List.of(new BudgetLineFacts("1", "Ateliers", CostClass.DIRECT, new BigDecimal(amount))))));
    }

    @AfterEach
    void clear() throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE resources.match_source, resources.match_clause, resources.spending_report,
                        resources.spending_report_link, resources.spending_variance, resources.spending_line,
                        resources.spending_budget CASCADE
                    """);
            statement.execute("DELETE FROM resources.grant_agreement WHERE number = 'MATCH'");
            statement.execute("DELETE FROM directory.people_organisation WHERE name = 'Syndicat fictif du match'");
            statement.execute("DELETE FROM resources.subsidy_minimum_wage");
            statement.execute("DELETE FROM plan.realisation WHERE title = 'Atelier du match'");
        }
    }

    private static String url(UUID agreement) {
        return "/resources/match/" + agreement;
    }

    private String text(String address) {
        return staff.open(address).text().replace('\u00a0', ' ');
    }

    private String paper(String address) throws IOException {
        try (PDDocument paper = Loader.loadPDF(staff.get(address).getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper).replace('\u00a0', ' ');
        }
    }

    private String gift(UUID agreement, String what, String amount) {
        var answer = staff.post(
                url(agreement) + "/gift",
                "givenKind=GIFT",
                "giver=" + giver,
                "what=" + what,
                "amount=" + amount,
                "day=2025-04-12",
                "basis=Tarif affiché",
                "valuedBy=Concierge fictif");
        return answer.getResponse().getStatus() == 303
                ? Objects.requireNonNull(answer.getResponse().getRedirectedUrl())
                : Pages.text(answer).replace('\u00a0', ' ');
    }

    @Test
    void showsPromisedConfirmedAndLeftAndPrintsTheStatement() throws Exception {
        String source = gift(mission, "Prêt d’une salle", "900");
        assertThat(text(url(mission)))
                .contains("Demandé : 25 000,00 $ (clause 7.2), dont au plus 12 500,00 $ en nature")
                .contains("Reste à trouver : 24 100,00 $", "Promis");
        assertThat(paper(source + "/statement.pdf"))
                .contains("Syndicat fictif du match", "Concierge fictif", "Tarif affiché", "Signatures");
        assertThat(staff.post(source + "/confirm", "version=1", "signed=2999-01-01", "signedBy=Concierge"))
                .hasStatus(422);
        staff.post(source + "/confirm", "version=1", "signed=2025-04-14", "signedBy=Concierge fictif");
        assertThat(text("/resources/grant/agreement/" + mission))
                .contains("Contrepartie", "En nature 0,00 $ 900,00 $ 0,00 $", "Reste à trouver : 24 100,00 $");
        gift(mission, "Matériel", "20000");
        assertThat(text(url(mission)))
                .contains("8 400,00 $ en nature ne comptent pas", "Reste à trouver : 12 500,00 $");
    }

    @Test
    void refusesTheSameGiftHourOrDollarTwiceWithItsFirstUse() {
        gift(mission, "Prêt d’une salle", "900");
        assertThat(gift(project, "La même salle", "900"))
                .contains("Cela compte déjà dans « Entente d’essai A » (le 12 avril 2025, Prêt d’une salle)");

        String item = "items=realisation/" + realisation;
        assertThat(staff.post(url(mission) + "/free", item)).hasStatus(422);
        db.sql("""
                        INSERT INTO resources.subsidy_minimum_wage (id, starts_on, amount, source, checked_on)
                        VALUES (?, '2025-01-01', 15.75, 'Essai', '2025-01-01')
                        """).param(UUID.randomUUID()).update();
        assertThat(Pages.text(staff.post(url(mission) + "/free", item, "rate=15", "rateSource=Annexe B")))
                .contains("moins que le salaire minimum");
        assertThat(staff.post(url(mission) + "/free", item, "rate=22", "rateSource=Annexe B"))
                .hasStatus(303);
        assertThat(text(url(mission))).contains("40 h à 22,00 $", "880,00 $");
        assertThat(text(url(project))).contains("Aucune heure bénévole");
        assertThat(Pages.text(staff.post(url(project) + "/free", item, "rate=22", "rateSource=Annexe B")))
                .contains("Atelier du match", "Entente d’essai A");

        assertThat(money(mission, "", "500", "Résolution CA-12")).isEqualTo(303);
        assertThat(money(project, "", "500", "résolution ca 12")).isEqualTo(422);
        assertThat(money(mission, project.toString(), "6000", "B-1")).isEqualTo(303);
        assertThat(money(mission, project.toString(), "4000,01", "B-2")).isEqualTo(422);
        assertThat(money(mission, project.toString(), "4000", "B-2")).isEqualTo(303);
        assertThat(money(mission, "", "5", "hors durée", "2026-01-01")).isEqualTo(422);
    }

    @Test
    void keepsReferencesCurrenciesDaysAndCentsApart() {
        assertThat(money(mission, "", "500", "1-23")).isEqualTo(303);
        assertThat(money(mission, "", "500", "12-3")).isEqualTo(303);
        assertThat(money(mission, "", "500", " 1/23")).isEqualTo(422);
        UUID source = db.sql("SELECT id FROM resources.match_source LIMIT 1")
                .query(UUID.class)
                .single();
        assertThat(staff.post(
                        url(mission) + "/source/" + source + "/confirm",
                        "version=1",
                        "signed=2025-04-30",
                        "signedBy=Trésorière"))
                .as("before its day")
                .hasStatus(422);
        String item = "items=realisation/" + realisation;
        assertThat(Pages.text(staff.post(url(mission) + "/free", item, "rate=22,005", "rateSource=Annexe B")))
                .contains("Au plus deux décimales");
        db.sql("UPDATE resources.spending_budget SET currency = 'USD' WHERE title = 'Entente d’essai B'")
                .update();
        assertThat(staff.post(url(project) + "/free", item, "rate=22", "rateSource=Annexe B"))
                .hasStatus(422);
        assertThat(money(mission, project.toString(), "100", "B-1")).isEqualTo(422);
    }

    private int money(UUID agreement, String funding, String sum, String reference) {
        return money(agreement, funding, sum, reference, "2025-05-01");
    }

    private int money(UUID agreement, String funding, String sum, String reference, String day) {
        return staff.post(
                        url(agreement) + "/money",
                        "funding=" + funding,
                        "purpose=Part votée",
                        "sum=" + sum,
                        "received=" + day,
                        "reference=" + reference)
                .getResponse()
                .getStatus();
    }

    private void confirmAll() {
        db.sql("UPDATE resources.match_source SET confirmed_on = day, confirmed_by = 'Trésorière fictive'")
                .update();
    }

    /** Opens the report of a period with its variance explained. */
    private String open(String from, String to) {
        UUID budget = db.sql("SELECT id FROM resources.spending_budget WHERE title = 'Entente d’essai A'")
                .query(UUID.class)
                .single();
        String report = Objects.requireNonNull(
                staff.post("/resources/spending/report?budget=" + budget, "from=" + from, "to=" + to)
                        .getResponse()
                        .getRedirectedUrl());
        UUID line = db.sql("SELECT id FROM resources.spending_line WHERE budget = ?")
                .param(budget)
                .query(UUID.class)
                .single();
        staff.post("/resources/spending/line/" + line + "/variance", "from=" + from, "to=" + to, "reason=Essai");
        return report;
    }

    @Test
    void earlyReportWarnsOfStackingAndLateSourcesCountOnceInTheNext() throws IOException {
        money(mission, project.toString(), "9000", "B-1");
        money(mission, "", "100", "CA-1");
        String first = open("2025-01-01", "2025-06-30");
        String second = open("2025-07-01", "2025-11-30");
        assertThat(text(first)).contains("au-dessus du plafond").doesNotContain("Le cumul d’argent public dépasse");
        staff.post(second + "/approve", "version=1");
        staff.post(first + "/approve", "version=1");
        assertThat(staff.post(first + "/file", "version=2")).hasStatus(303);
        assertThat(staff.post(second + "/file", "version=2"))
                .as("promises only")
                .hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM resources.match_source WHERE used_in IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        confirmAll();
        String third = open("2025-12-01", "2025-12-30");
        staff.post(third + "/approve", "version=1");
        assertThat(staff.post(third + "/file", "version=2")).hasStatus(303);
        assertThat(paper(third + "/financial.pdf")).contains("Part votée", "9 000,00 $");
        assertThat(db.sql("SELECT count(*) FROM resources.match_source WHERE used_in IS NULL")
                        .query(Long.class)
                        .single())
                .as("confirmed late, counted now")
                .isZero();
    }

    @Test
    void filingOneReportLeavesTheApprovalOfTheNext() {
        money(mission, "", "100", "CA-1");
        confirmAll();
        String first = open("2025-01-01", "2025-06-30");
        String second = open("2025-07-01", "2025-11-30");
        staff.post(first + "/approve", "version=1");
        staff.post(second + "/approve", "version=1");
        assertThat(staff.post(first + "/file", "version=2")).hasStatus(303);
        assertThat(text(first)).contains("100,00 $ 100,00 $");
        assertThat(staff.post(second + "/file", "version=2")).hasStatus(303);
    }

    @Test
    void reportWarnsThenBlocksAndCountsWhatItFiles() {
        staff.post(url(mission) + "/free", "items=realisation/" + realisation, "rate=22", "rateSource=Annexe B");
        money(mission, project.toString(), "9000", "B-1");
        String report = open("2025-01-01", "2025-12-31");
        assertThat(text(report))
                .contains("Le cumul d’argent public dépasse", "la contrepartie confirmée ne suffit pas");
        assertThat(staff.post(report + "/approve", "version=1")).hasStatus(422);

        money(mission, "", "20000", "CA-14");
        confirmAll();
        assertThat(text(report))
                .doesNotContain("Le cumul d’argent", "ne suffit pas")
                .contains("80,8 %");
        db.sql("UPDATE plan.realisation SET volunteer_hours = 30 WHERE id = ?")
                .param(realisation)
                .update();
        assertThat(text(report)).contains("Des heures ou des libérations comptées ne sont plus inscrites");
        db.sql("UPDATE plan.realisation SET volunteer_hours = 40 WHERE id = ?")
                .param(realisation)
                .update();
        staff.post(report + "/approve", "version=1");
        assertThat(staff.post(report + "/file", "version=2")).hasStatus(303);
        assertThat(text(report)).contains("Déposé", "29 000,00 $");
        assertThat(text(url(mission))).contains("Compté dans un rapport déposé");
        UUID used = db.sql("SELECT id FROM resources.match_source WHERE kind = 'OWN'")
                .query(UUID.class)
                .single();
        assertThat(staff.post(url(mission) + "/source/" + used + "/remove")).hasStatus(422);
        assertThatThrownBy(() -> db.sql("DELETE FROM resources.match_source WHERE id = ?")
                        .param(used)
                        .update())
                .hasMessageContaining("match_source_is_used");
    }

    @Test
    void programsReadTheMatchAndOthersSeeTotalsOnly() throws Exception {
        gift(mission, "Prêt d’une salle", "900");
        var answer = mvc.get()
                .uri("/api/v1/matches/" + mission)
                .header("Authorization", "Bearer " + visitors.createToken(Role.COORDINATOR))
                .exchange()
                .getResponse();
        JsonNode match = Json.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .node();
        assertThat(match.path("required").asString()).isEqualTo("25000.00");
        assertThat(match.path("inKind").path("promised").asString()).isEqualTo("900.00");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url(mission))).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/resources/grant/agreement/" + mission)
                        .text())
                .contains("Contrepartie")
                .doesNotContain("Syndicat fictif du match");
    }
}
