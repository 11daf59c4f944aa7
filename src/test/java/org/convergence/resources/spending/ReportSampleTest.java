package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.domain.RemittanceService;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample of a filed report, with what stands behind each expense. */
@ModuleTest
class ReportSampleTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private ExpenseService expenses;

    @Autowired
    private FinancialReportService reports;

    @Autowired
    private FiledReportFixture filed;

    @Autowired
    private RemittanceService remittances;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private JdbcClient db;

    private final UUID realisation = UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void clear() throws SQLException {
        fixture.clear();
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
        db.sql("DELETE FROM plan.realisation WHERE title = 'Tirage du guide'").update();
    }

    @Test
    void showsClauseBooksAndRealisationAndMasksWhatStaysOnSite() throws IOException {
        visitors.ensureOrganisation();
        db.sql("""
                        INSERT INTO plan.realisation
                            (id, state, title, kind, starts_on, ends_on, recorded_at, recorded_by, narrative)
                        VALUES (?, 'DONE', 'Tirage du guide', 'WORKSHOP', '2025-03-10', '2025-03-10', now(), ?, '')
                        """).params(realisation, UUID.randomUUID()).update();
        UUID books = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.ledger_books (id, name, since, until, currency, read_at)
                        VALUES (?, 'grand-livre.csv', '2025-01-01', '2025-12-31', 'CAD', now())
                        """).param(books).update();
        db.sql("""
                        INSERT INTO resources.ledger_books_line (id, books, number, account, day, reference, text, amount)
                        VALUES (?, ?, 1, '5100', '2025-03-20', 'a-1', 'Imprimerie', 600)
                        """).params(UUID.randomUUID(), books).update();
        var coordinator = pages.as(Role.COORDINATOR);
        String url = "/resources/spending/report/"
                + CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
                    BudgetLineId line = filed.budget("Essai du tirage");
                    budgets.amend(line, 1, new BigDecimal("9000"), "5100", "5.1");
                    ExpenseId first = filed.expense(line, "2025-03-11", "Imprimerie Neuve", "A-1", "600");
                    ExpenseId second = filed.expense(line, "2025-04-02", "Autobus du Nord", "B-2", "250");
                    expenses.accept(Map.of(first, 1, second, 1));
                    reports.explain(line, FiledReportFixture.YEAR, "Le guide sort en mars.");
                    assertThatThrownBy(() -> expenses.setRealisation(first, UUID.randomUUID()))
                            .isInstanceOf(NotFound.class);
                    expenses.setRealisation(first, realisation);
                    expenses.keepOnSite(second, true);
                    return filed.file(line).value();
                });
        assertThat(SpendingFixture.text(coordinator
                        .get(url + "/sample.pdf?seed=7")
                        .getResponse()
                        .getContentAsByteArray()))
                .contains("Numéro de tirage : 7", "2 des 2 dépenses", "5.1", "1 – Ateliers (600,00 $)")
                .contains("Compte 5100, 20 mars 2025, a-1, 600,00 $", "Tirage du guide", "Imprimerie Neuve")
                .contains("Montrée sur place", "Nom retiré")
                .doesNotContain("Autobus du Nord");
        assertThat(entries(coordinator
                        .get(url + "/sample.zip?seed=7")
                        .getResponse()
                        .getContentAsByteArray()))
                .hasSize(2)
                .contains("pieces/001-Imprimerie Neuve.txt");
        assertThat(coordinator.get(url + "/sample.doc?seed=7")).hasStatus(404);
        assertThat(coordinator.get("/resources/spending/report/" + UUID.randomUUID() + "/sample.pdf?seed=7"))
                .hasStatus(404);
        assertThat(coordinator.get(url + "/sample.pdf?seed=x").getResponse().getStatus())
                .isIn(400, 404);
    }

    private static List<String> entries(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                names.add(each.getName());
            }
        }
        return names;
    }

    private List<String> costs() {
        return db.sql("""
                        SELECT e.number || ' ' || s.converted FROM resources.spending_split s
                        JOIN resources.spending_expense e ON e.id = s.expense ORDER BY 1
                        """).query(String.class).list();
    }

    @Test
    void filedExpensesKeepTheirCost() throws Exception {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            BudgetLineId line = filed.budget("Entente déposée");
            BudgetId budget = new BudgetId(db.sql("SELECT budget FROM resources.spending_line WHERE id = ?")
                    .param(line.value())
                    .query(UUID.class)
                    .single());
            OrganisationId abroad = people.findOrCreateOrganisation("Tejedoras del Sur");
            remittances.record(budget, remitted(abroad, "2025-02-03", "10000", "100000"));
            ExpenseId early = filed.expense(line, "2025-03-01", "Imprenta", "A", "90000", "MXN");
            db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED'").update();
            filed.file(line);
            db.sql("UPDATE resources.spending_expense SET state = 'PROPOSED'").update();
            remittances.record(budget, remitted(abroad, "2025-01-06", "30000", "100000"));
            assertThat(costs()).containsExactly("A 9000.00");
            ExpenseFacts noted = new ExpenseFacts(
                    LocalDate.of(2025, 3, 1),
                    Money.parse("MXN 90000"),
                    "Imprenta",
                    "A",
                    "Une note",
                    false,
                    List.of(new ExpenseSplit(line, new BigDecimal("100"), null)));
            expenses.update(early, 1, noted, null);
            assertThat(costs()).as("only its note changed").containsExactly("A 9000.00");
            filed.expense(line, "2025-04-01", "Imprenta", "B", "1000", "MXN");
            assertThat(costs())
                    .as("recorded since: of the first remittance, and not the average of all")
                    .containsExactly("A 9000.00", "B 300.00");
        });
    }

    private static RemittanceFacts remitted(OrganisationId partner, String day, String sent, String received) {
        return new RemittanceFacts(
                partner, LocalDate.parse(day), new BigDecimal(sent), new BigDecimal(received), "MXN", "");
    }
}
