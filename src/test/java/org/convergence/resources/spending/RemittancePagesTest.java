package org.convergence.resources.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.domain.ExpenseBatchService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Money sent to a partner abroad, and the cost of what is spent of it (V4, V5). */
@ModuleTest
class RemittancePagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private ExchangeRateService rates;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private SpendingFixture fixture;

    @Autowired
    private ExpenseBatchService batches;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    private final String subject = "resources.grant/agreement/" + UUID.randomUUID();
    private String url = "";
    private String line = "";
    private String partner = "";

    @BeforeEach
    void aBudgetInDollarsAndItsPartnerAbroad() throws Exception {
        visitors.ensureOrganisation();
        fixture.clear();
        db.sql("DELETE FROM platform.currency_rate").update();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            BigDecimal published = new BigDecimal("0.0737");
            rates.record(new ExchangeRate("MXN", "CAD", published, DAY, DAY.plusDays(2), "Banque du Canada"), false);
            partner =
                    people.findOrCreateOrganisation("Tejedoras del Sur").value().toString();
        });
        fixture.createBudget(
                subject,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                SpendingFixture.line("2.1", "Talleres", "20000"));
        url = "/resources/spending/remittance?budget=" + state().budgetId().value();
        line = state().id().value().toString();
    }

    @AfterEach
    void clear() throws Exception {
        fixture.clear();
        db.sql("DELETE FROM platform.currency_rate").update();
    }

    private BudgetLineState state() {
        return fixture.findLines(subject).get(0);
    }

    private static void spend(PageVisitor user, String line, String amount) {
        assertThat(user.post(
                        "/resources/spending/new",
                        "amount=" + amount,
                        "currency=MXN",
                        "day=" + DAY,
                        "line1=" + line,
                        "supplier=Imprenta"))
                .hasStatus3xxRedirection();
    }

    private void send(PageVisitor user, String day, String received) {
        assertThat(user.post(
                        url,
                        "partner=" + partner,
                        "sentOn=" + day,
                        "sent=10 000,00",
                        "received=" + received,
                        "currency=mxn",
                        "reference=VIR-1"))
                .hasStatus3xxRedirection();
    }

    private void convert(PageVisitor user, String method) {
        String version = user.open(url)
                .select("form[action*=/terms] input[name=version]")
                .val();
        assertThat(user.post(
                        url.replace("?", "/terms?"),
                        "version=" + version,
                        "method=" + method,
                        "plannedCurrency=MXN",
                        "plannedRate=0,0750"))
                .hasStatus3xxRedirection();
    }

    @Test
    void whatIsSpentTakesTheRateThatTheBankGave() {
        var coordinator = pages.as(Role.COORDINATOR);
        spend(coordinator, line, "100000");
        spend(coordinator, line, "50000");
        assertThat(state().spent()).as("published").isEqualTo(Money.parse("CAD 11055.00"));
        send(coordinator, "2026-02-02", "135 000,00");
        send(coordinator, "2026-05-04", "142 000,00");
        assertThat(state().spent()).as("V4, first in").isEqualTo(Money.parse("CAD 11056.34"));
        convert(coordinator, "WEIGHTED");
        assertThat(state().spent()).as("V4, weighted").isEqualTo(Money.parse("CAD 10830.32"));
        convert(coordinator, "PUBLISHED");
        assertThat(state().spent()).isEqualTo(Money.parse("CAD 11055.00"));
        convert(coordinator, "FIRST_IN");
        assertThat(coordinator.open(url).text())
                .contains(
                        "Tejedoras del Sur",
                        "1 MXN = 0,07407407 $",
                        "127 000,00 MXN, soit 8 943,66 $",
                        "VIR-1",
                        "premier envoi qui n’est pas encore dépensé");
        String report = Objects.requireNonNull(coordinator
                .post(url.replace("/remittance", "/report"), "from=2026-01-01", "to=2026-06-30")
                .getResponse()
                .getRedirectedUrl());
        // 11 056,34 cost what 150 000 MXN at 0,0750 should have cost: 11 250,00.
        assertThat(coordinator.open(report).text()).contains("−193,66 $ du cours", "taux obtenu de la banque");
        assertThat(pages.as(Role.VOLUNTEER).get(url).getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    void closedExpensesKeepTheirRateAndHoldTheirRemittance() {
        var coordinator = pages.as(Role.COORDINATOR);
        send(coordinator, "2026-02-02", "135 000,00");
        spend(coordinator, line, "135000");
        db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED'").update();
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches");
        send(coordinator, "2026-01-05", "142 000,00");
        spend(coordinator, line, "142000");
        assertThat(state().spent()).as("what was sent, to the cent").isEqualTo(Money.parse("CAD 20000.00"));
        String first = coordinator.open(url).select("form[action*=/remove]").attr("action");
        assertThat(Pages.parse(coordinator.post(first)).text()).contains("il reste");
        assertThat(coordinator.open(url).text()).contains("135 000,00 MXN");
    }

    @Test
    void aRemittanceWaitsForAnExpenseRecordedAtOnce() {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> sent = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                spend(pages.as(Role.COORDINATOR), line, "100000");
                Future<?> begun = other.submit(() -> send(pages.as(Role.COORDINATOR), "2026-02-02", "135 000,00"));
                assertThatThrownBy(() -> begun.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                return begun;
            }));
            assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            other.shutdownNow();
        }
        assertThat(state().spent()).isEqualTo(Money.parse("CAD 7407.41"));
    }

    @Test
    void anExpenseTakenBackGivesItsMoneyToTheOthers() {
        var coordinator = pages.as(Role.COORDINATOR);
        send(coordinator, "2026-01-05", "135 000,00");
        spend(coordinator, line, "135000");
        db.sql("UPDATE resources.spending_expense SET state = 'ACCEPTED', source = 'cooperation.fieldwork/' || id")
                .update();
        pages.as(Role.ACCOUNTANT).post("/resources/spending/batches");
        send(coordinator, "2026-02-02", "142 000,00");
        spend(coordinator, line, "142000");
        ExpenseId closed = new ExpenseId(db.sql("SELECT id FROM resources.spending_expense WHERE state = 'CLOSED'")
                .query(UUID.class)
                .single());
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> batches.correct(closed, "Deux fois", null));
        assertThat(state().spent())
                .as("135 000 of the first, 7 000 of the second")
                .isEqualTo(Money.parse("CAD 10492.96"));
        assertThat(db.sql("SELECT count(*) FROM resources.spending_expense WHERE source IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .as("the reversal is of the same record")
                .isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBe() {
        var coordinator = pages.as(Role.COORDINATOR);
        String[] right = {"partner=" + partner, "sentOn=2026-03-11", "sent=10000", "received=135000", "currency=MXN"};
        for (var wrong : List.of(
                List.of("currency=CAD", "déjà en CAD"),
                List.of("currency=XYZ", "XYZ"),
                List.of("sentOn=2099-01-01", "à venir"),
                List.of("partner=", "répertoire"),
                List.of("sent=10,005", "Montant parti"),
                List.of("received=-5", "Montant arrivé"),
                List.of("received=740", "Les montants sont-ils inversés?"))) {
            String[] typed = right.clone();
            for (int i = 0; i < typed.length; i++) {
                if (typed[i].split("=", -1)[0].equals(wrong.get(0).split("=", -1)[0])) {
                    typed[i] = wrong.get(0);
                }
            }
            var answer = coordinator.post(url, typed);
            assertThat(answer).as(wrong.get(0)).hasStatus(422);
            assertThat(Pages.parse(answer).text()).as(wrong.get(0)).contains(wrong.get(1));
        }
        assertThat(Pages.parse(coordinator.post(
                                url,
                                "partner=" + partner,
                                "sentOn=2026-03-11",
                                "sent=10000",
                                "received=135000,50",
                                "currency=CLP"))
                        .text())
                .contains("décimales");
        assertThat(coordinator.post(url.replace("?", "/terms?"), "version=1", "method=FIRST_IN", "plannedRate=0,07"))
                .hasStatus(422);
        assertThat(db.sql("SELECT count(*) FROM resources.spending_remittance")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
