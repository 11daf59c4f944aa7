package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closed batches never change; a correction is a new expense that cites the first. */
@ModuleTest
class ExpenseBatchPagesTest {

    private static final String SUBJECT = "resources.grant/agreement/" + UUID.randomUUID();

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private Budgets budgets;

    @Autowired
    private JdbcClient db;

    private String url = "";
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anAcceptedExpense() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        fixture.createBudget(
                SUBJECT,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 12, 31),
                SpendingFixture.line("2.1", "Impression", "1000"),
                new BudgetLineFacts("2.2", "Transport", CostClass.TRAVEL, new BigDecimal("500")));
        var recorded = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "amount=80,25",
                        "currency=CAD",
                        "day=2026-03-11",
                        "line1=" + line(0),
                        "supplier=Papeterie",
                        "number=P-1");
        url = Objects.requireNonNull(recorded.getResponse().getRedirectedUrl());
        id = UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
        pages.as(Role.ACCOUNTANT).post("/resources/spending/queue", "expense=" + id + ":1");
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
    }

    private List<BudgetLineState> lines() {
        return fixture.findLines(SUBJECT);
    }

    private UUID line(int position) {
        return lines().get(position).id().value();
    }

    private int correct(String... more) {
        return pages.as(Role.COORDINATOR)
                .post(url + "/correct", more)
                .getResponse()
                .getStatus();
    }

    @Test
    void closedExpensesNeverChange() {
        assertThat(correct("reason=Mauvaise ligne", "nothing=true")).isEqualTo(422);
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches", "sure=true");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/spending/batches")
                        .text())
                .contains("Lot 1", "1 dépense");
        assertThat(pages.as(Role.COORDINATOR).open(url).text()).contains("Fermée", "Lot 1", "Corriger");
        for (String change : List.of(
                "UPDATE resources.spending_expense SET amount = 1 WHERE id = ?",
                "UPDATE resources.spending_expense SET state = 'ACCEPTED', batch = NULL WHERE id = ?",
                "DELETE FROM resources.spending_expense WHERE id = ?",
                "UPDATE resources.spending_split SET converted = 1 WHERE expense = ?",
                "DELETE FROM resources.spending_split WHERE expense = ?")) {
            assertThatThrownBy(() -> db.sql(change).param(id).update())
                    .as(change)
                    .hasMessageContaining("spending_batch_is_closed");
        }
        assertThat(pages.as(Role.ACCOUNTANT)
                        .post("/resources/spending/batches", "sure=true")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void correctsByNewExpensesThatCiteTheFirst() {
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches", "sure=true");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "/correct")
                        .select("[name=amount]")
                        .val())
                .isEqualTo("80,25");
        assertThat(correct(
                        "reason=Mauvaise ligne",
                        "amount=80,25",
                        "currency=CAD",
                        "day=2026-03-11",
                        "line1=" + line(1),
                        "supplier=Papeterie",
                        "number=P-1"))
                .isEqualTo(303);
        assertThat(lines())
                .extracting(BudgetLineState::spent)
                .containsExactly(Money.parse("CAD 0.00"), Money.parse("CAD 80.25"));
        assertThat(pages.as(Role.COORDINATOR).open(url).text()).contains("80,25", "Fermée", "en négatif");
        assertThat(correct("reason=Encore", "nothing=true")).isEqualTo(422);
        var accountant = pages.as(Role.ACCOUNTANT);
        var queue = accountant.open("/resources/spending/queue");
        assertThat(queue.text()).contains("−80,25", "Entente fictive – 2.1", "Entente fictive – 2.2");
        String[] both = queue.select("[name=expense]").eachAttr("value").stream()
                .map(value -> "expense=" + value)
                .toArray(String[]::new);
        assertThat(both).hasSize(2);
        assertThat(accountant.post("/resources/spending/queue", both[0])).hasStatus(422);
        assertThat(accountant.post("/resources/spending/queue", both)).hasStatus(303);
    }

    @Test
    void aClosedBatchIsAJournalWithoutWhatTheBooksHold() throws Exception {
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> budgets.setAccount(lines().get(0).id(), 1, "5100"));
        db.sql("UPDATE resources.spending_expense SET gst = 3.49, gst_rebate = 1.75 WHERE id = ?")
                .param(id)
                .update();
        db.sql("UPDATE resources.spending_split SET amount = 78.50, converted = 78.50 WHERE expense = ?")
                .param(id)
                .update();
        var known = pages.as(Role.COORDINATOR)
                .post(
                        "/resources/spending/new",
                        "amount=12",
                        "currency=CAD",
                        "day=2026-03-12",
                        "line1=" + line(0),
                        "supplier=Taxi du Port");
        String other =
                Objects.requireNonNull(known.getResponse().getRedirectedUrl()).replaceFirst(".*/", "");
        db.sql("UPDATE resources.spending_expense SET books_line = repeat('a', 64) WHERE id = ?")
                .param(UUID.fromString(other))
                .update();
        pages.as(Role.ACCOUNTANT).post("/resources/spending/queue", "expense=" + other + ":1");
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches", "sure=true");
        var page = pages.as(Role.ACCOUNTANT).open("/resources/spending/batches");
        assertThat(page.text()).contains("2 dépenses · 1 est déjà dans les livres");
        String csv = pages.as(Role.ACCOUNTANT)
                .get(page.select("a[href$=journal.csv]").attr("href"))
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
        assertThat(csv.lines().skip(1))
                .hasSize(3)
                .satisfiesExactly(
                        cost -> assertThat(cost).contains("2026-03-11", "P-1", "5100", "78,50", "Papeterie"),
                        tax -> assertThat(tax).contains("TPS à recouvrer", "1,75"),
                        bank -> assertThat(bank).contains("1010", "80,25"));
        assertThat(csv).doesNotContain("Taxi");
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .get(page.select("a[href$=journal.csv]").attr("href")))
                .hasStatus(403);
    }
}
