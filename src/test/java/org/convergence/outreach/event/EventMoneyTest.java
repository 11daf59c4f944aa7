package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerFixture;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money of an evening is that of the ledger: takings of the night, tables, expenses (R-EVT-15). */
@ModuleTest
class EventMoneyTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private PaymentService payments;

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private SourceTexts texts;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private EventId event = new EventId(UUID.randomUUID());
    private String url = "";

    @BeforeEach
    void anEvening() {
        fixture.prepare();
        event = fixture.announce(100, "regular=90", "tableSize=8");
        url = EventFixture.url(event);
    }

    private String invoiced(String order) {
        return Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
    }

    private static InvoiceId id(String invoice) {
        return new InvoiceId(UUID.fromString(invoice.replaceFirst(".*/", "")));
    }

    private PaymentId pay(String payer, String reference, PaymentPart... parts) {
        BigDecimal sum = List.of(parts).stream().map(PaymentPart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var facts = new PaymentFacts(
                null,
                payer,
                PaymentMethod.CHEQUE,
                settings.today(),
                reference,
                Money.of(CurrencyUnit.CAD, sum),
                null,
                null,
                null);
        return CurrentActor.callAs(Actor.system("test"), () -> payments.receive(facts, List.of(parts)));
    }

    private static PaymentPart part(String invoice, String amount) {
        return PaymentPart.of(id(invoice), new BigDecimal(amount));
    }

    private String result() {
        return fixture.main(url, Role.COORDINATOR).replace('\u202f', ' ');
    }

    private BigDecimal sum(String column) {
        return db.sql("SELECT " + column + " FROM outreach.event_result WHERE id = ?")
                .param(event.value())
                .query(BigDecimal.class)
                .single();
    }

    @Test
    void takingsOfTheNightArePaymentsOfTheLedger() {
        PageVisitor staff = pages.as(Role.STAFF);
        String address = url + "/takings/new";
        String[] cash = {"key=" + Ids.next(), "amount=400,50", "kind=BAR", "method=CASH"};
        assertThat(staff.post(address, cash)).hasStatus(303);
        assertThat(staff.post(address, cash)).as("pressed twice").hasStatus(303);
        assertThat(result()).contains("Recettes de la soirée 400,50 $", "Résultat net 400,50 $", "Bar et repas");
        UUID payment = db.sql("SELECT payment FROM outreach.event_taking")
                .query(UUID.class)
                .single();
        assertThat(fixture.main("/resources/ledger/payments/" + payment, Role.COORDINATOR))
                .contains("400,50 $", "Soirée des 50 ans");

        assertThat(fixture.take(event, "20", "DRAW"))
                .as("a draw without licence")
                .hasStatus(422);
        assertThat(fixture.take(event, "0", "BAR")).hasStatus(422);
        assertThat(fixture.take(event, "1,005", "BAR")).hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(address, cash)).hasStatus(403);
        assertThat(pages.as(Role.BOARD_MEMBER).post(address, cash)).hasStatus(403);
        assertThat(fixture.main(url, Role.VOLUNTEER)).doesNotContain("400,50");

        UUID taking =
                db.sql("SELECT id FROM outreach.event_taking").query(UUID.class).single();
        assertThat(staff.post(url + "/takings/" + taking + "/undo")).hasStatus(303);
        assertThat(staff.post(url + "/takings/" + taking + "/undo")).as("once").hasStatus(422);
        assertThat(result()).doesNotContain("Recettes de la soirée", "400,50");

        db.sql("UPDATE outreach.event SET day = day + 1").update();
        assertThat(staff.post(address, "key=" + Ids.next(), "amount=5", "kind=BAR", "method=CASH"))
                .as("before its day")
                .hasStatus(422);
        assertThat(fixture.main(url, Role.STAFF)).doesNotContain("Noter une recette");
    }

    @Test
    void expensesOfTheEveningCountInItsResult() {
        assertThat(pages.as(Role.STAFF).open(url).select("a[href^='/resources/spending/new?from=outreach.eventcosts']"))
                .hasSize(1);
        assertThat(CurrentActor.callAs(
                        users.actor(Role.STAFF), () -> texts.findPage("outreach.eventcosts/" + event.value())))
                .as("the expense leads back")
                .contains(url);
        for (String state : List.of("PROPOSED", "ACCEPTED", "COMMITTED")) {
            db.sql("""
                            INSERT INTO resources.spending_expense (id, day, amount, currency, supplier, state, recorded_by, recorded_at, source)
                            VALUES (gen_random_uuid(), ?, 120.25, 'CAD', ?, ?, gen_random_uuid(), now(), ?)
                            """)
                    .params(settings.today(), "Traiteur " + state, state, "outreach.eventcosts/" + event.value())
                    .update();
        }
        fixture.take(event, "500", "DOOR");
        // Its evening has come, at whatever hour this runs.
        db.sql("UPDATE outreach.event SET day = day - 1").update();
        pages.as(Role.STAFF).post(url + "/hold", "version=2", "people=3", "costs=9,50");
        assertThat(result())
                .contains("Dépenses inscrites 240,50 $", "Autres dépenses 9,50 $", "Résultat net 250,00 $")
                .contains("Traiteur ACCEPTED");
        assertThat(sum("income")).isEqualByComparingTo("500");
        assertThat(sum("costs")).isEqualByComparingTo("250");
        fixture.addForeignExpense(event, "USD", "40", "CAD", "54.80");
        fixture.addForeignExpense(event, "MXN", "900", "MXN", "900");
        assertThat(result())
                .contains("Dépenses inscrites 295,30 $", "Résultat net 195,20 $")
                .as("no total of unlike currencies without a rate")
                .contains("Dépenses non comptées 900,00");
        assertThat(sum("costs")).isEqualByComparingTo("304.80");
        db.sql("DELETE FROM resources.spending_expense WHERE supplier LIKE 'Traiteur %'")
                .update();
        db.sql("DELETE FROM resources.spending_budget WHERE title = 'Essai'").update();
    }

    @Test
    void aTableAndTheDuesArePaidInOnePayment() {
        String order = fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        String table = invoiced(order);
        assertThat(fixture.main(order, Role.COORDINATOR))
                .as("invoiced while pending")
                .contains("À confirmer");
        OrganisationId buyer = new OrganisationId(db.sql("SELECT organisation FROM outreach.event_order")
                .query(UUID.class)
                .single());
        InvoiceId dues = CurrentActor.callAs(
                Actor.system("test"),
                () -> invoices.issue(
                        LedgerFixture.invoice(buyer, "280", settings.today(), "test-dues/" + event.value())));
        PaymentId both = pay("Syndicat A", "4711", part(table, "720"), PaymentPart.of(dues, new BigDecimal("280")));
        assertThat(fixture.main("/resources/ledger/payments/" + both.value(), Role.COORDINATOR))
                .contains("1 000,00 $", "720,00 $", "280,00 $");
        assertThat(result()).contains("Tables payées, avant taxes 720,00 $").contains("payée");
        assertThat(fixture.main("/resources/ledger/invoices/" + dues.value(), Role.COORDINATOR))
                .doesNotContain("Reste à payer 280");
    }

    @Test
    void aTablePaidInPartTwiceAndAfterCancellationAddsUp() {
        String order = fixture.sell(event, "Syndicat A", 8, "price=REGULAR");
        String invoice = invoiced(order);
        pay("Syndicat A", "1001", part(invoice, "300"));
        assertThat(result()).contains("Tables payées, avant taxes 300,00 $", "420,00 $");
        assertThatThrownBy(() -> pay("Syndicat A", "1002", part(invoice, "720")))
                .as("paid twice: more than is owed")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> pay("Syndicat A", "1001", part(invoice, "300")))
                .as("the same cheque again")
                .isInstanceOf(Refused.class);
        assertThat(result()).contains("Tables payées, avant taxes 300,00 $");

        assertThat(pages.as(Role.STAFF).post(order, "gesture=CANCEL")).hasStatus(303);
        pay("Syndicat A", "1003", part(invoice, "420"));
        assertThat(fixture.main("/", Role.COORDINATOR))
                .as("paid after the cancellation: to credit all the same")
                .contains("Facture à créditer, réservation annulée");
        String version = pages.as(Role.COORDINATOR)
                .open(invoice + "/credit")
                .select("input[name=version]")
                .val();
        assertThat(pages.as(Role.COORDINATOR)
                        .post(invoice + "/credit", "version=" + version, "amount=720", "reason=Réservation annulée"))
                .hasStatus(303);
        assertThat(result()).doesNotContain("Tables payées");
        assertThat(sum("income")).as("the money is an advance of the union now").isEqualByComparingTo("0");
        assertThat(fixture.main("/", Role.COORDINATOR)).doesNotContain("Facture à créditer");
    }

    /** Property: what the page tells is what the ledger has, whatever was entered, taken back, paid or reversed. */
    @Test
    void sumOfTakingsIsThatOfTheLedgerWhateverHappens() {
        Random random = new Random(25);
        List<PaymentId> received = new ArrayList<>();
        String[] tables = {
            invoiced(fixture.sell(event, "Syndicat A", 8, "price=REGULAR")),
            invoiced(fixture.sell(event, "Syndicat B", 8, "price=REGULAR"))
        };
        for (int step = 0; step < 40; step++) {
            String amount = (1 + random.nextInt(90)) + "." + (10 + random.nextInt(90));
            switch (random.nextInt(4)) {
                case 0, 1 -> fixture.take(event, amount, random.nextBoolean() ? "DOOR" : "SALES");
                case 2 -> {
                    try {
                        received.add(pay("Syndicat", "7" + step + "00", part(tables[step % 2], amount)));
                    } catch (Refused beyondWhatIsOwed) {
                        // The sums are what matters.
                    }
                }
                default -> {
                    List<UUID> takings = db.sql("SELECT id FROM outreach.event_taking ORDER BY id")
                            .query(UUID.class)
                            .list();
                    if (!takings.isEmpty() && random.nextBoolean()) {
                        pages.as(Role.STAFF)
                                .post(url + "/takings/" + takings.get(random.nextInt(takings.size())) + "/undo");
                    } else if (!received.isEmpty()) {
                        PaymentId bounced = received.remove(random.nextInt(received.size()));
                        CurrentActor.runAs(
                                Actor.system("test"),
                                () -> payments.reverse(bounced, settings.today(), "Sans provision"));
                    }
                }
            }
            assertThat(sum("income")).as("after step " + step).isEqualByComparingTo(ledger());
        }
        assertThat(ledger()).isPositive();
    }

    /** The parts of all payments about this event, and of those that reverse them, as the ledger allocates them. */
    private BigDecimal ledger() {
        return db.sql("""
                        SELECT coalesce(sum(a.amount), 0) FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        WHERE a.invoice IN (SELECT invoice FROM outreach.event_order WHERE event = :event)
                           OR (a.invoice IS NULL AND coalesce(p.reverses, p.id) IN
                               (SELECT payment FROM outreach.event_taking WHERE event = :event))
                        """).param("event", event.value()).query(BigDecimal.class).single();
    }
}
