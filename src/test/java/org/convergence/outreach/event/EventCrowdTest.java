package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A crowd: 650 seats from two hundred clients at once, and five hundred guests on two phones without network. */
@ModuleTest
@Tag(TestTags.SLOW)
class EventCrowdTest {

    private static final int CLIENTS = 200;
    private static final int SEATS = 650;
    private static final int FORMS = 700;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    private static <T> List<T> together(List<Callable<T>> works, int threads) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(threads);
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

    /** Each client registers three or four times, from an address of its own; the last ones wait, and nobody is refused. */
    @Test
    void twoHundredClientsTakeSixHundredFiftySeatsAndNothingIsOversoldOrStuck() throws Exception {
        EventId event = fixture.announce(SEATS);
        String opened = guard.shield("event", clock.instant().minus(Duration.ofSeconds(30)))
                .opened();
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < FORMS; i++) {
            int number = i;
            clients.add(() -> pages.asStranger()
                    .from("10.%d.%d.1".formatted(number % CLIENTS, number / CLIENTS))
                    .post(
                            "/public/event/" + event.value(),
                            form -> form.field("name", "Visite " + number)
                                    .field("mail", "visite" + number + "@exemple.example")
                                    .field("seats", 1)
                                    .field(FormShield.OPENED, opened))
                    .getResponse()
                    .getStatus());
        }
        Instant begin = Instant.now();
        List<Integer> answers = together(clients, CLIENTS);
        assertThat(answers).as("nobody is refused").containsOnly(303);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(5));
        assertThat(fixture.taken(event)).isEqualTo(SEATS);
        assertThat(fixture.count("outreach.event_order WHERE state = 'CONFIRMED'"))
                .isEqualTo(SEATS);
        assertThat(fixture.count("outreach.event_order WHERE state = 'WAITING'"))
                .isEqualTo(FORMS - SEATS);
        assertThat(fixture.count("(SELECT DISTINCT code FROM outreach.event_order) codes"))
                .as("a code each")
                .isEqualTo(FORMS);
    }

    @Test
    void fiveHundredGuestsEnterOnTwoPhonesThatWereWithoutNetwork() throws Exception {
        EventId event = fixture.announce(600, "regular=90", "tableSize=10");
        fixture.sell(event, "Syndicat A", 300, "price=REGULAR", "purchaseOrder=BC-1");
        fixture.sell(event, "Syndicat B", 200, "price=REGULAR", "purchaseOrder=BC-2");
        List<String> seats = db.sql("SELECT id::text FROM outreach.event_seat ORDER BY event_order, position")
                .query(String.class)
                .list();
        assertThat(seats).hasSize(500);
        // Both noted the hundred in the middle; what waited is sent when the network is back, on both at once.
        List<Callable<Integer>> phones = List.of(
                () -> send(event, "Ana", seats.subList(0, 300)), () -> send(event, "Bao", seats.subList(200, 500)));
        assertThat(together(phones, 2)).containsExactly(30, 30);
        assertThat(fixture.count("outreach.event_seat WHERE admitted_at IS NOT NULL"))
                .isEqualTo(500);
        assertThat(fixture.count("outreach.event_seat WHERE doubles = 1"))
                .as("each that both noted is one entry and one notice")
                .isEqualTo(100);
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("500 personnes dans la salle sur 500");
    }

    /** Sends tables of ten, noted an hour ago, and returns how many were taken. */
    private int send(EventId event, String holder, List<String> seats) {
        String link = Pages.require(pages.as(Role.COORDINATOR)
                        .post("/platform/door/event/" + event.value() + "/links", "holder=" + holder))
                .select("#made-url")
                .val();
        PartnerPhone phone = new PartnerPhone(mvc, pages, link.substring(link.indexOf("/public/")));
        long noted = clock.instant().minus(Duration.ofHours(1)).toEpochMilli();
        int taken = 0;
        for (int i = 0; i < seats.size(); i += 10) {
            String guests = seats.subList(i, i + 10).stream()
                    .map(each -> "\"" + each + "\"")
                    .collect(Collectors.joining(","));
            String entry = """
                    {"move": "ENTER", "guests": [%s], "at": %d, "offset": 0}
                    """.formatted(guests, noted + i);
            taken += phone.send(holder, i / 10 + 1, entry).getResponse().getStatus() == 200 ? 1 : 0;
        }
        return taken;
    }
}
