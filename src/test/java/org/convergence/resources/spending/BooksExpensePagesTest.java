package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.resources.spending.SpendingFixture.line;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines of the accountant's books become expenses, each once. */
@ModuleTest
class BooksExpensePagesTest {

    private static final String URL = "/resources/spending/books";
    private static final String JUNE = URL + "?from=2026-06-01&to=2026-06-30";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private Budgets budgets;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private JdbcClient db;

    private List<BudgetLineState> lines = List.of();

    @BeforeEach
    void booksOfJune() throws SQLException {
        visitors.ensureOrganisation();
        clear();
        lines = fixture.createBudget(
                "resources.grant/agreement/" + UUID.randomUUID(),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 12, 31),
                line("1", "Impression", "1000"),
                line("2", "Transport", "1000"));
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> budgets.amend(lines.get(0).id(), 1, new BigDecimal("1000"), "5100", null));
        importBooks();
    }

    @AfterEach
    void clear() throws SQLException {
        fixture.clear();
        db.sql("DELETE FROM resources.ledger_books_line").update();
        db.sql("DELETE FROM resources.ledger_books").update();
    }

    private void importBooks() {
        UUID books = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.ledger_books (id, name, since, until, currency, read_at)
                        VALUES (?, 'grand-livre.csv', '2026-01-01', '2026-12-31', 'CAD', now())
                        """).param(books).update();
        entry(books, 1, "5100 – Impression", "2026-06-03", "F-1", "Imprimerie Neuve", "600");
        entry(books, 2, "5100 – Impression", "2026-06-04", "", "Papier", "20");
        entry(books, 3, "5100 – Impression", "2026-06-04", "", "Papier", "20");
        entry(books, 4, "5100 – Impression", "2026-06-05", "", "Remboursement", "-5");
        entry(books, 5, "1010 – Banque", "2026-06-03", "", "Virement", "999");
    }

    private void entry(
            UUID books, int number, String account, String day, String reference, String text, String amount) {
        db.sql("""
                        INSERT INTO resources.ledger_books_line (id, books, number, account, day, reference, text, amount)
                        VALUES (?, ?, ?, ?, CAST(? AS date), nullif(?, ''), ?, CAST(? AS numeric))
                        """)
                .params(UUID.randomUUID(), books, number, account, day, reference, text, amount)
                .update();
    }

    private List<String> keys() {
        return pages.as(Role.COORDINATOR).open(JUNE).select("[name=debit]").eachAttr("value");
    }

    private String record(List<String> keys) throws Exception {
        String[] fields = new String[keys.size() + 3];
        for (int at = 0; at < keys.size(); at++) {
            fields[at] = "debit=" + keys.get(at);
        }
        fields[keys.size()] = "from=2026-06-01";
        fields[keys.size() + 1] = "to=2026-06-30";
        fields[keys.size() + 2] = "line=" + lines.get(1).id().value();
        return pages.as(Role.COORDINATOR).post(URL, fields).getResponse().getContentAsString();
    }

    private List<String> recorded() {
        return db.sql("""
                        SELECT e.day || ' ' || e.supplier || ' ' || e.number || ' ' || round(e.amount, 2) || ' ' || l.code
                        FROM resources.spending_expense e JOIN resources.spending_split s ON s.expense = e.id
                        JOIN resources.spending_line l ON l.id = s.line ORDER BY e.day, e.id
                        """).query(String.class).list();
    }

    @Test
    void recordsSeveralLinesAtOnceOnALineOfAnotherAccount() throws Exception {
        assertThat(pages.as(Role.COORDINATOR).open(JUNE).text())
                .contains("3 débits ne sont pas encore des dépenses", "Imprimerie Neuve")
                .as("a credit, and the bank, are no expenses")
                .doesNotContain("Remboursement", "Virement");
        List<String> keys = keys();
        record(keys.subList(0, 2));
        assertThat(recorded())
                .containsExactly("2026-06-03 Imprimerie Neuve F-1 600.00 2", "2026-06-04 Papier  20.00 2");
        assertThat(keys()).as("the second of two equal lines is left").containsExactly(keys.get(2));
    }

    @Test
    void refusesALineASecondTimeWithItsFirstUse() throws Exception {
        List<String> keys = keys();
        record(keys.subList(1, 2));
        importBooks();
        assertThat(keys()).as("imported again, it is the same line").doesNotContain(keys.get(1));
        String again = record(keys);
        assertThat(again).contains("Cette ligne des livres est déjà une dépense", "Papier", "Ouvrir la dépense");
        assertThat(recorded()).as("none of those ticked").hasSize(1);
    }

    @Test
    void leavesOutALineThatWasRecordedByHand() {
        pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "amount=600",
                        "currency=CAD",
                        "day=2026-05-30",
                        "number=F-1",
                        "supplier=Imprimerie",
                        "line1=" + lines.get(0).id().value());
        assertThat(keys()).hasSize(2);
    }

    private void recordByHand(String day, String amount, String number) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/resources/spending/new",
                                "amount=" + amount,
                                "currency=CAD",
                                "day=" + day,
                                "number=" + number,
                                "supplier=Propriétaire",
                                "line1=" + lines.get(0).id().value()))
                .hasStatus(303);
    }

    @Test
    void refusesALineThatWasRecordedByHandMeanwhile() throws Exception {
        List<String> keys = keys();
        recordByHand("2026-06-03", "600", "F-1");
        assertThat(record(keys)).contains("inscrite à la main");
        assertThat(recorded()).as("the one by hand alone").hasSize(1);
    }

    @Test
    void anExpenseOfTheMonthBeforeTakesTheBooksOfItsOwnDays() {
        UUID books = db.sql("SELECT id FROM resources.ledger_books")
                .query(UUID.class)
                .single();
        entry(books, 6, "5100 – Impression", "2026-05-29", "LOYER", "Loyer de mai", "70");
        entry(books, 7, "5100 – Impression", "2026-06-29", "LOYER", "Loyer de juin", "70");
        recordByHand("2026-05-29", "70", "LOYER");
        assertThat(pages.as(Role.COORDINATOR).open(JUNE).text()).contains("Loyer de juin");
    }

    @Test
    void asksForALineOfTheBooks() throws Exception {
        assertThat(record(List.of())).contains("Cochez au moins une ligne des livres");
    }
}
