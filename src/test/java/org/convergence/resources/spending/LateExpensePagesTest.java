package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** R-GRANT-17: an expense that comes after the report of its period was filed. */
@ModuleTest
class LateExpensePagesTest {

    private static final BudgetPeriod YEAR = new BudgetPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    private static final BudgetPeriod NEXT = new BudgetPeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30));
    private static final BudgetPeriod AFTER = new BudgetPeriod(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31));

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private JdbcClient db;

    private String line = "";
    private BudgetId budget = new BudgetId(new UUID(0, 0));

    @BeforeEach
    void aFiledYear() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        var state = fixture.createBudget(
                        "resources.grant/agreement/" + UUID.randomUUID(),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        SpendingFixture.line("1", "Ateliers", "1200"))
                .get(0);
        line = state.id().value().toString();
        budget = state.budgetId();
        record("2024-03-11", "300");
        file(YEAR);
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
    }

    private MvcTestResult record(String day, String amount) {
        MvcTestResult recorded = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "amount=" + amount,
                        "currency=CAD",
                        "supplier=Papeterie " + day,
                        "day=" + day,
                        "line1=" + line);
        assertThat(recorded).hasStatus(303);
        db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED'").update();
        return recorded;
    }

    private String open(BudgetPeriod period) {
        FinancialReportId id =
                CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> reports.open(budget, period));
        return pages.as(Role.COORDINATOR)
                .open("/resources/spending/report/" + id.value())
                .select("main")
                .text()
                .replace('\u00a0', ' ');
    }

    private void file(BudgetPeriod period) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            FinancialReportId id = reports.open(budget, period);
            reports.approve(id, 1);
            reports.file(id, 2, Language.FRENCH);
        });
    }

    @Test
    void standsInTheNextReportOnlyAndSaysSo() {
        assertThat(Pages.notice(record("2025-02-01", "50"))).doesNotContain("filed");
        assertThat(Pages.notice(record("2024-06-01", "100"))).contains("spending.recorded.filed");
        assertThat(open(NEXT))
                .contains("Papeterie 2024-06-01 – d’une période antérieure", "Papeterie 2025-02-01")
                .as("spent in the period, and since the beginning")
                .contains("1 – Ateliers 1 200,00 $ 150,00 $ 450,00 $");
        file(NEXT);
        assertThat(open(NEXT)).contains("Papeterie 2024-06-01 – d’une période antérieure");
        assertThat(db.sql("SELECT count(*) FROM resources.spending_split WHERE filed")
                        .query(Integer.class)
                        .single())
                .as("its cost stays as filed")
                .isEqualTo(3);
        assertThat(open(AFTER)).doesNotContain("Papeterie").contains("1 – Ateliers 1 200,00 $ 0,00 $ 450,00 $");
    }
}
