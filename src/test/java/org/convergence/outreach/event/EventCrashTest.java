package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventInvoiceService;
import org.convergence.outreach.event.domain.EventItem;
import org.convergence.outreach.event.domain.EventLetterKind;
import org.convergence.outreach.event.domain.EventLetterService;
import org.convergence.outreach.event.domain.EventNote;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventProgrammeService;
import org.convergence.outreach.event.domain.EventService;
import org.convergence.outreach.event.domain.EventService.EventOutcome;
import org.convergence.outreach.event.domain.EventTakingService;
import org.convergence.outreach.event.domain.EventTakingService.TakingFacts;
import org.convergence.outreach.event.domain.EventTakingService.TakingKind;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipFacts;
import org.convergence.outreach.event.domain.SponsorshipService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.testing.DyingDatabase;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database dies at the end of each act about an event: nothing of it is left, and the act is done once afterwards. */
@ModuleTest
class EventCrashTest {

    private static final List<String> TABLES = List.of(
            "outreach.event",
            "outreach.event_quota",
            "outreach.event_order",
            "outreach.event_seat",
            "outreach.event_item",
            "outreach.event_taking",
            "outreach.event_sponsorship",
            "plan.checklist_item",
            "resources.ledger_invoice",
            "resources.ledger_payment",
            "resources.ledger_allocation",
            "plan.realisation",
            "platform.mail_message");

    @Autowired
    private EventFixture fixture;

    @Autowired
    private EventService events;

    @Autowired
    private EventOrderService orders;

    @Autowired
    private EventInvoiceService invoices;

    @Autowired
    private EventTakingService takings;

    @Autowired
    private EventProgrammeService programme;

    @Autowired
    private EventLetterService letters;

    @Autowired
    private SponsorshipService sponsorships;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers users;

    @Autowired
    private DyingDatabase dying;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    private void change(UUID order, OrderGesture gesture, int seats) {
        int version = db.sql("SELECT version FROM outreach.event_order WHERE id = ?")
                .param(order)
                .query(Integer.class)
                .single();
        orders.change(
                new EventOrderId(order),
                new OrderChange(
                        gesture,
                        version,
                        seats,
                        "BC-7",
                        List.of(new GuestFacts("Chi Tran", Set.of(), null)),
                        List.of()));
    }

    @Test
    void nothingOfAnActIsLeftAndItIsDoneOnceAfterwards() {
        EventId event = fixture.announce(20, "online=20", "regular=90");
        db.sql("UPDATE outreach.event SET begins = '00:00'").update();
        UUID table = UUID.fromString(
                fixture.sell(event, "Syndicat A", 4, "price=REGULAR").replaceFirst(".*/", ""));
        TakingFacts cash = new TakingFacts(Ids.next(), TakingKind.BAR, PaymentMethod.CASH, new BigDecimal("40.00"));
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put(
                "registered",
                () -> orders.register(
                        event,
                        new EventOrderFacts(
                                EventMode.IN_PERSON,
                                2,
                                null,
                                "bao@exemple.example",
                                "fr",
                                null,
                                null,
                                new GuestFacts("Bao", Set.of(), null))));
        acts.put("resized", () -> change(table, OrderGesture.RESIZE, 5));
        acts.put("on line", () -> change(table, OrderGesture.MODE, 0));
        acts.put("in the room", () -> change(table, OrderGesture.MODE, 0));
        acts.put("named", () -> change(table, OrderGesture.NAME_GUESTS, 0));
        acts.put("confirmed", () -> change(table, OrderGesture.CONFIRM, 0));
        acts.put("invoiced", () -> invoices.issue(new EventOrderId(table)));
        acts.put("checked in", () -> orders.checkIn(event, "", List.of(UUID.fromString(fixture.seat()))));
        acts.put("taken", () -> takings.record(event, cash));
        acts.put("cancelled", () -> change(registered(), OrderGesture.CANCEL, 0));
        acts.put("held", () -> events.hold(event, version(event), new EventOutcome(3, new BigDecimal("12.00"))));
        acts.forEach((name, act) -> {
            dying.takeTwice(name, TABLES, () -> as(act));
            assertThat(db.sql("""
                                    SELECT count(*) FROM outreach.event_quota q WHERE q.taken <> coalesce((SELECT sum(o.seats)
                                    FROM outreach.event_order o WHERE o.event = q.event AND o.mode = q.mode
                                      AND o.state IN ('HELD', 'CONFIRMED', 'OFFERED')), 0)
                                    """).query(Integer.class).single())
                    .as(name + ": the quotas are those of the orders")
                    .isZero();
        });
    }

    @Test
    void nothingIsLeftOfAnActAboutOffersLettersTablesAndSponsors() {
        EventId event = fixture.announce(4, "regular=90", "tableSize=2");
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 2);
        fixture.register(event, "chi", 2);
        fixture.register(event, "dan", 2);
        UUID late = order("dan");
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put("closed", () -> events.close(event));
        acts.put("opened", () -> events.open(event));
        acts.put(
                "programme",
                () -> programme.save(
                        event, version(event), List.of(new EventItem("19:15", "Accueil", null, false, false, null))));
        acts.put("offered", () -> change(order("ana"), OrderGesture.CANCEL, 0));
        acts.put("told", () -> letters.markTold(new EventOrderId(order("chi"))));
        acts.put("accepted", () -> change(order("chi"), OrderGesture.ACCEPT, 0));
        acts.put("reminded", () -> letters.send(event, EventLetterKind.REMINDER, new EventNote("", "")));
        acts.put("offered next", () -> change(order("bao"), OrderGesture.CANCEL, 0));
        acts.put("expired", () -> {
            db.sql("UPDATE outreach.event_order SET offered_until = now() - interval '1 day' WHERE id = ?")
                    .param(late)
                    .update();
            fixture.sweep();
        });
        acts.put("sold", () -> orders.order(event, bought()));
        acts.put("seated", () -> {
            UUID table = table();
            orders.change(
                    new EventOrderId(table), new OrderChange(OrderGesture.SEAT, 1, 0, "", List.of(), List.of(1, 2)));
        });
        acts.put("sponsor proposed", () -> sponsorships.save(event, null, 0, sponsor()));
        acts.put("sponsor accepted", () -> sponsorships.accept(sponsorship(), 1, decision(), "Coopérative"));
        acts.put("sponsor invoiced", () -> sponsorships.issue(sponsorship(), null));
        acts.put("sponsor ended", () -> sponsorships.end(sponsorship(), 3, decision(), "Lock-out"));
        acts.put("event cancelled", () -> events.cancel(event));
        acts.forEach((name, act) -> dying.takeTwice(name, TABLES, () -> as(act)));
        assertThat(fixture.states(event)).containsExactly("CANCELLED", "CANCELLED", "CONFIRMED", "EXPIRED", "HELD");
    }

    @Test
    void nothingIsLeftOfAnActAfterTheNight() {
        EventId event = fixture.announce(4, "regular=90");
        fixture.register(event, "ana", 2, "needs=VEGAN");
        UUID key = Ids.next();
        as(() -> takings.record(
                event, new TakingFacts(key, TakingKind.BAR, PaymentMethod.CASH, new BigDecimal("40.00"))));
        db.sql("UPDATE outreach.event SET day = day - 1").update();
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put("taken back", () -> takings.undo(event, key));
        acts.put("held", () -> events.hold(event, version(event), new EventOutcome(2, BigDecimal.ZERO)));
        acts.put("thanked", () -> letters.send(event, EventLetterKind.THANKS, new EventNote("Merci", "")));
        acts.put("not held after all", () -> events.undoHold(event));
        acts.put("needs erased", () -> sweepAfter(8));
        acts.put("names erased", () -> sweepAfter(91));
        acts.forEach((name, act) -> dying.takeTwice(name, TABLES, () -> as(act)));
        assertThat(fixture.count("outreach.event_seat WHERE needs IS NULL AND name IS NULL"))
                .isEqualTo(2);
    }

    private void sweepAfter(int days) {
        db.sql("UPDATE outreach.event SET day = ?")
                .param(settings.today().minusDays(days))
                .update();
        fixture.sweep();
    }

    private EventOrderFacts bought() {
        OrganisationId buyer = people.findOrCreateOrganisation("Syndicat A");
        return new EventOrderFacts(
                EventMode.IN_PERSON, 2, buyer, null, "fr", null, null, new GuestFacts("Ana", Set.of(), null));
    }

    private static SponsorshipFacts sponsor() {
        return new SponsorshipFacts(
                new ChosenParties<>(List.of(), List.of("Imprimerie fictive")),
                new BigDecimal("500.00"),
                null,
                "Le logo sur le programme",
                true);
    }

    private Decision decision() {
        return new Decision("Comité exécutif", settings.today(), null, null);
    }

    private SponsorshipId sponsorship() {
        return new SponsorshipId(db.sql("SELECT id FROM outreach.event_sponsorship")
                .query(UUID.class)
                .single());
    }

    private UUID table() {
        return db.sql("SELECT id FROM outreach.event_order WHERE organisation IS NOT NULL")
                .query(UUID.class)
                .single();
    }

    private UUID order(String name) {
        return db.sql("SELECT id FROM outreach.event_order WHERE contact_name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private UUID registered() {
        return db.sql("SELECT id FROM outreach.event_order WHERE contact_mail = 'bao@exemple.example'")
                .query(UUID.class)
                .single();
    }

    private int version(EventId event) {
        return db.sql("SELECT version FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    private void as(Runnable act) {
        CurrentActor.runAs(users.actor(Role.COORDINATOR), act);
    }
}
