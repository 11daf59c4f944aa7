package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Several people at once: the quota holds under any interleaving, and of two acts on one thing one is done. */
@ModuleTest
class EventRaceTest {

    private static final int THREADS = 6;
    private static final int QUOTA = 20;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private EventOrderService orders;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private MovingClock clock;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static <T> List<T> together(List<Callable<T>> works) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : all.invokeAll(works)) {
                results.add(each.get());
            }
            return results;
        } finally {
            all.shutdown();
        }
    }

    /** Property: orders, changes of size and of mode, answers, cancellations and the sweep, all at once. */
    @Test
    void quotaHoldsUnderAnyInterleaving() throws Exception {
        EventId event = fixture.announce(QUOTA, "online=" + QUOTA);
        for (int round = 0; round < 12; round++) {
            List<Callable<Boolean>> people = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(round * THREADS + thread);
                people.add(() -> {
                    for (int act = 0; act < 8; act++) {
                        act(event, random);
                        assertThat(fixture.count(
                                        "outreach.event_quota q WHERE q.taken > q.seats OR q.taken < 0 OR q.taken"
                                                + " <> (SELECT coalesce(sum(o.seats), 0) FROM outreach.event_order o"
                                                + " WHERE o.event = q.event AND o.mode = q.mode"
                                                + " AND o.state IN ('HELD', 'CONFIRMED', 'OFFERED'))"))
                                .as("at each instant")
                                .isZero();
                    }
                    return true;
                });
            }
            together(people);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(fixture.count("outreach.event_order o WHERE o.state <> 'CANCELLED' AND o.seats <>"
                        + " (SELECT count(*) FROM outreach.event_seat s WHERE s.event_order = o.id)"))
                .as("each seat has its place")
                .isZero();
        assertThat(fixture.count("outreach.event_order WHERE state = 'CANCELLED'"))
                .isPositive();
    }

    private void act(EventId event, Random random) {
        List<UUID> alive = db.sql(
                        "SELECT id FROM outreach.event_order WHERE state NOT IN ('CANCELLED', 'EXPIRED') ORDER BY id")
                .query(UUID.class)
                .list();
        int kind = random.nextInt(7);
        EventMode mode = random.nextInt(3) == 0 ? EventMode.ONLINE : EventMode.IN_PERSON;
        int seats = 1 + random.nextInt(6);
        if (alive.isEmpty() || kind < 2) {
            CurrentActor.callAs(users.actor(Role.STAFF), () -> orders.order(event, facts(mode, seats)));
        } else if (kind == 2) {
            fixture.sweep();
        } else {
            OrderGesture[] gestures = {OrderGesture.CANCEL, OrderGesture.RESIZE, OrderGesture.MODE, OrderGesture.ACCEPT
            };
            tryChange(alive.get(random.nextInt(alive.size())), gestures[kind - 3], seats);
        }
    }

    private static EventOrderFacts facts(EventMode mode, int seats) {
        return new EventOrderFacts(
                mode, seats, null, "a@exemple.example", "fr", null, null, new GuestFacts("Ana", Set.of(), null));
    }

    private boolean tryChange(UUID order, OrderGesture gesture, int seats) {
        try {
            CurrentActor.runAs(
                    users.actor(Role.STAFF),
                    () -> orders.change(
                            new EventOrderId(order), new OrderChange(gesture, 0, seats, "", List.of(), List.of())));
            return true;
        } catch (Refused notNow) {
            return false;
        }
    }

    @Test
    void anOfferIsTakenUntilItsSecondAndNotAtIt() {
        EventId event = fixture.announce(2);
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 1);
        fixture.register(event, "chi", 1);
        assertThat(tryChange(order("ana"), OrderGesture.CANCEL, 0)).isTrue();
        Instant end = clock.instant().plus(Duration.ofMinutes(30));
        db.sql("UPDATE outreach.event_order SET offered_until = ? WHERE state = 'OFFERED'")
                .param(end.atOffset(ZoneOffset.UTC))
                .update();
        clock.moveTo(end.minusSeconds(20));
        fixture.sweep();
        assertThat(tryChange(order("bao"), OrderGesture.ACCEPT, 0))
                .as("before its second")
                .isTrue();
        clock.moveTo(end);
        assertThat(tryChange(order("chi"), OrderGesture.ACCEPT, 0)).as("at it").isFalse();
        fixture.sweep();
        assertThat(fixture.states(event)).containsExactly("CANCELLED", "CONFIRMED", "EXPIRED");
        assertThat(fixture.taken(event)).isOne();
    }

    @Test
    void aGuestMovedByTwoPeopleAtOnceMovesOnce() throws Exception {
        EventId event = fixture.announce(100, "tableSize=3");
        String first = fixture.sell(event, "Syndicat A", 2);
        fixture.sell(event, "Syndicat B", 2);
        String[] toTwo = {"gesture=SEAT", "version=1", "count=2", "table-0=2", "table-1=1"};
        String[] toThree = {"gesture=SEAT", "version=1", "count=2", "table-0=3", "table-1=1"};
        assertThat(together(List.of(() -> status(first, toTwo), () -> status(first, toThree))))
                .containsExactlyInAnyOrder(303, 422);
    }

    @Test
    void theLastPlaceOfATableGoesToOneOfTwoOrders() throws Exception {
        EventId event = fixture.announce(100, "tableSize=3");
        String first = fixture.sell(event, "Syndicat A", 1);
        String second = fixture.sell(event, "Syndicat B", 1);
        fixture.sell(event, "Syndicat C", 2);
        String[] toThree = {"gesture=SEAT", "version=1", "count=1", "table-0=3"};
        List<CompletableFuture<Integer>> both = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            db.sql("SELECT id FROM outreach.event_quota WHERE event = ? FOR UPDATE")
                    .param(event.value())
                    .query(UUID.class)
                    .single();
            both.add(CompletableFuture.supplyAsync(() -> status(first, toThree)));
            both.add(CompletableFuture.supplyAsync(() -> status(second, toThree)));
            assertThatThrownBy(() -> CompletableFuture.anyOf(both.toArray(CompletableFuture[]::new))
                            .get(700, TimeUnit.MILLISECONDS))
                    .as("they follow each other")
                    .isInstanceOf(TimeoutException.class);
        });
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 422);
        assertThat(fixture.count("outreach.event_seat WHERE table_number = 3")).isEqualTo(3);
    }

    private int status(String url, String... fields) {
        return pages.as(Role.STAFF).post(url, fields).getResponse().getStatus();
    }

    private UUID order(String name) {
        return db.sql("SELECT id FROM outreach.event_order WHERE contact_name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }
}
