package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.domain.LateExpenseQueries;
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
    private LateExpenseQueries late;

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
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
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

    private boolean warnedOf(String amount) {
        ExpenseId id =
                new ExpenseId(db.sql("SELECT id FROM resources.spending_expense WHERE amount = CAST(? AS numeric)")
                        .param(amount)
                        .query(UUID.class)
                        .single());
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR), () -> late.findFiledPeriod(id).isPresent());
    }

    private void enter(int number, String day, String reference, String amount) {
        db.sql("""
                        INSERT INTO resources.ledger_books_line (id, books, number, account, day, reference, text, amount)
                        SELECT ?, id, ?, '5100', CAST(? AS date), nullif(?, ''), 'Papeterie', CAST(? AS numeric)
                        FROM resources.ledger_books
                        """).params(UUID.randomUUID(), number, day, reference, amount).update();
    }

    @Test
    void isPairedWithTheBooksWhenItComesAndOnItsDay() {
        importBooks();
        record("2024-06-01", "100");
        record("2024-07-01", "70");
        record("2025-02-01", "50");
        db.sql("UPDATE resources.spending_expense SET number = 'L-1' WHERE amount = 100")
                .update();
        enter(1, "2025-03-10", "L-1", "100");
        enter(2, "2024-07-01", "", "70");
        enter(3, "2025-02-01", "", "50");
        assertThat(open(NEXT)).doesNotContain("d’un seul côté");
        db.sql("DELETE FROM resources.ledger_books_line WHERE number = 1").update();
        assertThat(open(NEXT)).contains("diffèrent de 100,00 $, en 1 montant d’un seul côté");
    }

    @Test
    void tellsOfAmountsThatCancel() {
        importBooks();
        record("2025-02-01", "50");
        enter(1, "2025-05-20", "Z-9", "50");
        assertThat(open(NEXT)).contains("2 montants ne sont que d’un côté");
    }

    private void importBooks() {
        db.sql("UPDATE resources.spending_line SET account = '5100'").update();
        db.sql("""
                        INSERT INTO resources.ledger_books (id, name, since, until, currency, read_at)
                        VALUES (?, 'grand-livre.csv', '2024-01-01', '2025-12-31', 'CAD', now())
                        """).param(UUID.randomUUID()).update();
    }

    @Test
    void standsInTheNextReportOnlyAndSaysSo() {
        assertThat(Pages.notice(record("2025-02-01", "50"))).doesNotContain("filed");
        assertThat(Pages.notice(record("2024-06-01", "100"))).contains("spending.recorded.filed");
        assertThat(open(NEXT))
                .contains("Papeterie 2024-06-01 – d’une période antérieure", "Papeterie 2025-02-01")
                .as("spent in the period, and since the beginning")
                .contains("1 – Ateliers 1 200,00 $ 150,00 $ 450,00 $");
        assertThat(warnedOf("100")).isTrue();
        file(NEXT);
        assertThat(warnedOf("100")).as("the next report told it").isFalse();
        assertThat(open(NEXT)).contains("Papeterie 2024-06-01 – d’une période antérieure");
        assertThat(db.sql("SELECT count(*) FROM resources.spending_split WHERE filed")
                        .query(Integer.class)
                        .single())
                .as("its cost stays as filed")
                .isEqualTo(3);
        assertThat(open(AFTER)).doesNotContain("Papeterie").contains("1 – Ateliers 1 200,00 $ 0,00 $ 450,00 $");
    }
}
