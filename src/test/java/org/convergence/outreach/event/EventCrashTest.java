package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventInvoiceService;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventService;
import org.convergence.outreach.event.domain.EventService.EventOutcome;
import org.convergence.outreach.event.domain.EventTakingService;
import org.convergence.outreach.event.domain.EventTakingService.TakingFacts;
import org.convergence.outreach.event.domain.EventTakingService.TakingKind;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
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
            "outreach.event_taking",
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
