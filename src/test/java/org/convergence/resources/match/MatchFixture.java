package org.convergence.resources.match;

import java.io.IOException;
import java.math.BigDecimal;
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
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Two agreements, a union and a workshop of forty hours, for the tests of matches. */
abstract class MatchFixture {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Pages pages;

    @Autowired
    TestUsers visitors;

    @Autowired
    TestDatabase database;

    @Autowired
    Budgets budgets;

    @Autowired
    JdbcClient db;

    final UUID mission = UUID.randomUUID();

    final UUID project = UUID.randomUUID();

    final UUID giver = UUID.randomUUID();

    final UUID realisation = UUID.randomUUID();

    PageVisitor staff;

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

    void agreement(UUID id, String title, String amount) {
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

    static String url(UUID agreement) {
        return "/resources/match/" + agreement;
    }

    String text(String address) {
        return staff.open(address).text().replace('\u00a0', ' ');
    }

    String paper(String address) throws IOException {
        try (PDDocument paper = Loader.loadPDF(staff.get(address).getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper).replace('\u00a0', ' ');
        }
    }

    String gift(UUID agreement, String what, String amount) {
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

    int money(UUID agreement, String funding, String sum, String reference) {
        return money(agreement, funding, sum, reference, "2025-05-01");
    }

    int money(UUID agreement, String funding, String sum, String reference, String day) {
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
}
