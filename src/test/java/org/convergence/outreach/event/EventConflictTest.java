package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts on an event that meet another one: a table that grows, an order cancelled meanwhile, a quota lowered in a rush. */
@ModuleTest
class EventConflictTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    @Test
    void aTableThatGrowsFillsItsOwnPlacesFirst() {
        EventId event = fixture.announce(100, "tableSize=8");
        String first = fixture.sell(event, "Syndicat A", 6);
        fixture.sell(event, "Syndicat B", 8);
        assertThat(pages.as(Role.STAFF).post(first, "gesture=RESIZE", "number=8"))
                .hasStatus(303);
        assertThat(fixture.main(first, Role.STAFF)).contains("Table 1").doesNotContain("Table 1, 3");
        assertThat(pages.as(Role.STAFF).post(first, "gesture=RESIZE", "number=9"))
                .hasStatus(303);
        assertThat(fixture.main(first, Role.STAFF)).contains("Table 1, 3");
    }

    @Test
    void anOrderCancelledMeanwhileIsNotConfirmed() {
        EventId event = fixture.announce(100);
        String order = fixture.sell(event, "Syndicat A", 2);
        assertThat(pages.as(Role.STAFF).post(order, "gesture=CANCEL")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(order, "gesture=CONFIRM", "purchaseOrder=BC-12"))
                .hasStatus(422);
        assertThat(fixture.states(event)).containsExactly("CANCELLED");
        assertThat(fixture.count("outreach.event_order WHERE purchase_order IS NOT NULL"))
                .isZero();
    }

    @Test
    void aCancelledEventIsNotInvoiced() {
        EventId event = fixture.announce(100, "regular=90");
        String order = fixture.sell(event, "Syndicat A", 2, "price=REGULAR");
        assertThat(pages.as(Role.COORDINATOR).open(order).select("form[action$=/invoice]"))
                .hasSize(1);
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/state/CANCELLED"))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(order).select("form[action$=/invoice]"))
                .isEmpty();
        assertThat(pages.as(Role.COORDINATOR).post(order + "/invoice")).hasStatus(422);
    }

    @Test
    void aQuotaLoweredWhileSeatsAreSoldIsNeverBelowThem() throws Exception {
        EventId event = fixture.announce(10);
        fixture.register(event, "ana", 4);
        List<Callable<Integer>> acts = new ArrayList<>();
        acts.add(() -> pages.as(Role.STAFF)
                .post(EventFixture.url(event) + "/edit", "version=2", "name=Soirée", "day=" + day(event), "quota=5")
                .getResponse()
                .getStatus());
        for (int i = 0; i < 6; i++) {
            String name = "membre" + i;
            acts.add(() -> fixture.register(event, name, 1).getResponse().getStatus());
        }
        ExecutorService all = Executors.newFixedThreadPool(acts.size());
        try {
            for (Future<Integer> each : all.invokeAll(acts)) {
                assertThat(each.get()).isIn(303, 422);
            }
        } finally {
            all.shutdown();
        }
        assertThat(fixture.count("outreach.event_quota WHERE taken > seats OR seats NOT IN (5, 10)"))
                .isZero();
        assertThat(db.sql("SELECT sum(seats) FROM outreach.event_order WHERE state = 'CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(fixture.taken(event));
    }

    private String day(EventId event) {
        return db.sql("SELECT day::text FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(String.class)
                .single();
    }
}
