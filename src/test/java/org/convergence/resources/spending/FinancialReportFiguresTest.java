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
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board reads the figures of a financial report, as a draft and as filed: no people, no vouchers. */
@ModuleTest
class FinancialReportFiguresTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private FiledReportFixture filed;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void clear() throws SQLException {
        fixture.clear();
    }

    @Test
    void theBoardReadsFiguresWithoutPeopleAndVouchers() {
        users.ensureOrganisation();
        BudgetLineId line = CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> {
            BudgetLineId charged = filed.budget("Entente du CA");
            ExpenseId expense = filed.expense(charged, "2025-03-11", "Imprimerie Neuve", "A-1", "600");
            expenses.accept(Map.of(expense, 1));
            reports.explain(charged, FiledReportFixture.YEAR, "Mme Roy était absente.");
            return charged;
        });
        UUID budget = db.sql("SELECT budget FROM resources.spending_line WHERE id = ?")
                .param(line.value())
                .query(UUID.class)
                .single();
        String list = "/resources/spending/report?budget=" + budget;
        String draft = Pages.location(pages.as(Role.COORDINATOR).post(list, "from=2025-01-01", "to=2025-06-30"));
        assertHasFiguresOnly(draft);
        CurrentActor.runAs(users.actor(Role.COORDINATOR), () -> filed.file(line));
        var board = pages.as(Role.BOARD_MEMBER).open(list);
        assertThat(board.select("main form, main .gestures")).isEmpty();
        List<String> all = board.select("main ul.rows a").eachAttr("href");
        assertThat(all).hasSize(2).contains(draft);
        all.forEach(this::assertHasFiguresOnly);
    }

    private void assertHasFiguresOnly(String report) {
        assertThat(pages.as(Role.COORDINATOR).open(report).text()).contains("Imprimerie Neuve");
        var page = pages.as(Role.BOARD_MEMBER).open(report);
        assertThat(page.text().replace('\u00a0', ' '))
                .contains("Ateliers", "9 000,00 $", "600,00 $", "8 400,00 $")
                .doesNotContain("Imprimerie", "Mme Roy", "A-1");
        assertThat(page.select("main table a, main form, main details, main a[href*=financial]"))
                .isEmpty();
        for (String closed : List.of("/financial.pdf", "/financial.zip", "/sample.pdf?seed=1", "/links")) {
            assertThat(pages.as(Role.BOARD_MEMBER).get(report + closed))
                    .as(closed)
                    .hasStatus(403);
        }
        assertThat(pages.as(Role.BOARD_MEMBER).post(report + "/approve", "version=1"))
                .hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).get(report)).hasStatus(403);
    }
}
