package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor, who may not see people, checks filed reports without the names of partners (R-GRANT-20). */
@ModuleTest
class FiledReportCheckTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private FiledReportFixture filed;

    @Autowired
    private JdbcClient db;

    private final UUID partner = UUID.randomUUID();
    private UUID budget = new UUID(0, 0);
    private String report = "";
    private String check = "";

    @BeforeEach
    void aFiledReportThatNamesAPartner() throws SQLException {
        visitors.ensureOrganisation();
        clear();
        db.sql("INSERT INTO directory.people_organisation (id, name) VALUES (?, 'Costureras Ficticias del Norte')")
                .param(partner)
                .update();
        db.sql("""
                        INSERT INTO cooperation.partner (id, organisation, stage, since) VALUES (?, ?, 'ACTIVE', '2024-01-01')
                        """).params(UUID.randomUUID(), partner).update();
        UUID id = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            BudgetLineId line = filed.budget("Essai de la vérification");
            budget = db.sql("SELECT budget FROM resources.spending_line WHERE id = ?")
                    .param(line.value())
                    .query(UUID.class)
                    .single();
            ExpenseId plain = filed.expense(line, "2025-03-01", "Imprimerie Neuve", "A-1", "10");
            ExpenseId secret = filed.expense(line, "2025-03-02", "Costureras Ficticias del Norte", "B-2", "20");
            expenses.accept(Map.of(plain, 1, secret, 1));
            reports.explain(line, FiledReportFixture.YEAR, "Retard des Costureras Ficticias del Norte.");
            return filed.file(line).value();
        });
        report = "/resources/spending/report/" + id;
        check = "/resources/spending/check/" + id;
    }

    @AfterEach
    void clear() throws SQLException {
        fixture.clear();
        db.sql("DELETE FROM cooperation.partner WHERE organisation = ?")
                .param(partner)
                .update();
        db.sql("DELETE FROM directory.people_organisation WHERE id = ?")
                .param(partner)
                .update();
    }

    @Test
    void auditorDrawsTheSampleWithoutNamesOfPartners() throws Exception {
        PageVisitor auditor = pages.as(Role.AUDITOR);
        assertThat(Pages.text(auditor.get(check)).replace('\u00a0', ' '))
                .contains("Essai de la vérification", "30,00 $", "Retard des […]", "Échantillon de 25")
                .doesNotContainIgnoringCase("costureras");
        assertThat(SpendingFixture.text(
                        auditor.get(check + "/sample.pdf?seed=7").getResponse().getContentAsByteArray()))
                .contains("2 des 2 dépenses", "Imprimerie Neuve", "Nom retiré", "Montrée sur place")
                .doesNotContainIgnoringCase("costureras");
        assertThat(SpendingFixture.text(
                        auditor.get(check + "/sample.zip?seed=7").getResponse().getContentAsByteArray()))
                .contains("Facture A-1")
                .doesNotContain("Facture B-2");
        assertThat(auditor.get(check + "/sample.doc?seed=7")).hasStatus(404);
    }

    @Test
    void opensNothingBeyondFiledReports() {
        UUID draft = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.spending_report (id, budget, starts_on, ends_on)
                        VALUES (?, ?, '2025-02-01', '2025-02-28')
                        """).params(draft, budget).update();
        PageVisitor auditor = pages.as(Role.AUDITOR);
        assertThat(auditor.open("/resources/spending/report/" + draft)
                        .select("main a[href^=/resources/spending/check]"))
                .as("a draft has no sample")
                .isEmpty();
        assertThat(auditor.get("/resources/spending/check/" + draft)).hasStatus(404);
        assertThat(auditor.get("/resources/spending/check/" + draft + "/sample.pdf?seed=7"))
                .hasStatus(404);
        assertThat(auditor.open(report).select("main a[href=" + check + "]")).hasSize(1);
        for (String inside : List.of(report + "/sample.pdf?seed=7", report + "/financial.zip")) {
            assertThat(auditor.get(inside)).as(inside).hasStatus(403);
        }
        assertThat(pages.as(Role.VOLUNTEER).get(check)).hasStatus(403);
        assertThat(pages.asStranger()
                        .get(check + "/sample.pdf?seed=7")
                        .getResponse()
                        .getStatus())
                .isNotEqualTo(200);
    }
}
