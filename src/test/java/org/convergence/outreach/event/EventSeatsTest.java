package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.EventOrder.EventOrderFacts;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.GuestFacts;
import org.convergence.outreach.event.domain.EventOrder.OrderChange;
import org.convergence.outreach.event.domain.EventOrder.OrderGesture;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Seats under a quota: nothing is oversold, groups are whole, freed seats are offered in order. */
@ModuleTest
class EventSeatsTest {

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
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    /** Vector 4: 95 of 100 sold; ten singles and three tables of eight at once. */
    @Test
    void sellsFiveSinglesAndNoTableWhenFiveSeatsAreLeft() throws Exception {
        EventId event = fixture.announce(100);
        assertThat(order(event, 95)).isEqualTo(EventOrderState.CONFIRMED);
        List<Callable<EventOrderState>> buyers = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            int seats = i % 4 == 1 ? 8 : 1;
            buyers.add(() -> order(event, seats));
        }
        ExecutorService all = Executors.newFixedThreadPool(buyers.size());
        List<EventOrderState> got = new ArrayList<>();
        try {
            for (Future<EventOrderState> each : all.invokeAll(buyers)) {
                got.add(each.get());
            }
        } finally {
            all.shutdown();
        }
        assertThat(got).containsOnly(EventOrderState.CONFIRMED, EventOrderState.WAITING);
        assertThat(fixture.count("outreach.event_order WHERE state = 'CONFIRMED' AND seats = 1"))
                .isEqualTo(5);
        assertThat(fixture.count("outreach.event_order WHERE state = 'WAITING' AND seats = 8"))
                .isEqualTo(3);
        assertThat(fixture.taken(event)).isEqualTo(100);
    }

    @Test
    void fourthLetterOfADayIsRefusedInsteadOfPromised() {
        EventId event = fixture.announce(10);
        assertThat(fixture.register(event, "ana", 1)).hasStatus(303);
        db.sql("""
                        INSERT INTO outreach.event_link (id, event_order, token, made_at)
                        SELECT gen_random_uuid(), o.id, sha256((o.id || ' ' || n)::bytea), now() + interval '1 year'
                        FROM outreach.event_order o, generate_series(1, 3) AS n WHERE o.event = ?
                        """).param(event.value()).update();
        assertThat(fixture.register(event, "ana", 1))
                .hasStatus(429)
                .bodyText()
                .contains("Cette adresse a reçu assez de courriels")
                .doesNotContain("C’est confirmé");
    }

    @Test
    void lettersSayTheSeatsOfNowAndAreWithheldWithTheirOrder() {
        fixture.register(fixture.announce(100), "ana", 2);
        UUID order =
                db.sql("SELECT id FROM outreach.event_order").query(UUID.class).single();
        change(order, OrderGesture.RESIZE, 3);
        assertThat(letters()).containsExactly("WITHHELD mail.withheld.replaced", "QUEUED");
        change(order, OrderGesture.CANCEL, 0);
        assertThat(letters()).containsExactly("WITHHELD mail.withheld.replaced", "WITHHELD event.letter.withheld");
    }

    @Test
    void letterOfAnEventThatIsOverIsWithheldWithThatReason(
            @Autowired LetterStatusService statuses,
            @Autowired TransactionOperations transactions,
            @Autowired RecipientWords words) {
        fixture.register(fixture.announce(100), "ana", 1);
        UUID order =
                db.sql("SELECT id FROM outreach.event_order").query(UUID.class).single();
        db.sql("UPDATE outreach.event SET day = day - 400").update();
        transactions.executeWithoutResult(tx -> statuses.withholdUntrue(List.of(order)));
        assertThat(letters()).containsExactly("WITHHELD event.letter.withheld");
        assertThat(words.forLanguage("fr").say("event.letter.withheld")).contains("ou l’événement est passé");
    }

    private List<String> letters() {
        return db.sql("SELECT concat_ws(' ', state, problem) FROM platform.mail_message ORDER BY posted_at, id")
                .query(String.class)
                .list();
    }

    @Test
    void neverSellsMoreThanTheQuotaWhateverHappens() {
        EventId event = fixture.announce(20);
        Random random = new Random(4);
        for (int step = 0; step < 60; step++) {
            List<UUID> alive = db.sql("SELECT id FROM outreach.event_order WHERE state NOT IN ('CANCELLED', 'EXPIRED')")
                    .query(UUID.class)
                    .list();
            int act = random.nextInt(5);
            if (alive.isEmpty() || act < 2) {
                order(event, 1 + random.nextInt(6));
            } else if (act == 4 && step % 3 == 0) {
                clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
                fixture.sweep();
            } else {
                OrderGesture gesture = List.of(OrderGesture.CANCEL, OrderGesture.RESIZE, OrderGesture.ACCEPT)
                        .get(random.nextInt(3));
                tryChange(alive.get(random.nextInt(alive.size())), gesture, 1 + random.nextInt(9));
            }
            int sold = db.sql(
                            "SELECT coalesce(sum(seats), 0) FROM outreach.event_order WHERE state IN ('HELD', 'CONFIRMED', 'OFFERED')")
                    .query(Integer.class)
                    .single();
            assertThat(sold).isEqualTo(fixture.taken(event)).isLessThanOrEqualTo(20);
        }
        assertThat(
                        fixture.count(
                                "outreach.event_order o WHERE o.state <> 'CANCELLED' AND o.seats <> (SELECT count(*) FROM outreach.event_seat s WHERE s.event_order = o.id)"))
                .as("each seat has its place")
                .isZero();
    }

    @Test
    void offersFreedSeatsInOrderAndEndsOffersAtTheSecond() {
        EventId event = fixture.announce(10);
        order(event, 9);
        order(event, 4);
        order(event, 1);
        order(event, 3);
        assertThat(fixture.states(event)).containsExactly("CONFIRMED", "WAITING", "CONFIRMED", "WAITING");
        assertThat(fixture.count("platform.mail_message WHERE purpose = 'event_waiting'"))
                .isEqualTo(2);
        UUID first = db.sql("SELECT id FROM outreach.event_order WHERE seats = 9")
                .query(UUID.class)
                .single();
        change(first, OrderGesture.RESIZE, 4);
        assertThat(fixture.states(event))
                .as("four of five free seats go to the first; three do not fit")
                .containsExactly("CONFIRMED", "OFFERED", "CONFIRMED", "WAITING");
        assertThat(fixture.taken(event)).isEqualTo(9);
        db.sql("UPDATE outreach.event_order SET offered_until = ? WHERE state = 'OFFERED'")
                .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        UUID offered = db.sql("SELECT id FROM outreach.event_order WHERE state = 'OFFERED'")
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> change(offered, OrderGesture.ACCEPT, 0)).isInstanceOf(Refused.class);
        fixture.sweep();
        assertThat(fixture.states(event)).containsExactly("CONFIRMED", "EXPIRED", "CONFIRMED", "OFFERED");
        UUID second = db.sql("SELECT id FROM outreach.event_order WHERE state = 'OFFERED'")
                .query(UUID.class)
                .single();
        change(second, OrderGesture.ACCEPT, 0);
        assertThat(fixture.states(event)).containsExactly("CONFIRMED", "EXPIRED", "CONFIRMED", "CONFIRMED");
        assertThat(fixture.taken(event)).isEqualTo(8);
    }

    private EventOrderState order(EventId event, int seats) {
        return asStaff(() -> orders.order(event, facts(seats))).state();
    }

    private static EventOrderFacts facts(int seats) {
        return new EventOrderFacts(
                EventMode.IN_PERSON,
                seats,
                null,
                "a@exemple.example",
                "fr",
                null,
                null,
                new GuestFacts("Ana", Set.of(), null));
    }

    private void tryChange(UUID order, OrderGesture gesture, int seats) {
        try {
            change(order, gesture, seats);
        } catch (Refused notNow) {
            // Refused for one of its reasons: the sums are what matters.
        }
    }

    @Test
    void movingItTellsThatWaitingRemindersAreWithheld() {
        EventId event = fixture.announce(10);
        String url = EventFixture.url(event);
        fixture.register(event, "ana", 1);
        var staff = pages.as(Role.STAFF);
        String preview = Pages.text(staff.post(url + "/letters/REMINDER", "note="));
        String mark = preview.replaceAll("(?s).*name=\"confirmed\"\\s+value=\"(\\w+)\".*", "$1");
        assertThat(staff.post(url + "/letters/REMINDER", "note=", "confirmed=" + mark))
                .hasStatus(303);
        assertThat(fixture.main(url + "/edit", Role.STAFF))
                .contains("Les inscriptions ont été ouvertes")
                .doesNotContain("personne d’autre ne le voit");
        String day = db.sql("SELECT day::text FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(String.class)
                .single();
        String[] moved = {"version=2", "name=Soirée", "day=" + day, "quota=10", "place=Salle du Quai"};
        assertThat(Pages.notice(staff.post(url + "/edit", moved)).split("\u001f", -1))
                .as("a confirmation is written again, a reminder is withheld")
                .contains("WARN", "event.saved.rewritten", "n1")
                .endsWith("n1", "n1");
        assertThat(fixture.main(url, Role.STAFF))
                .contains("1 retenu", "1 inscription ne l’a pas reçu")
                .as("a letter that waits has not arrived, as the first page says")
                .contains("1 inscription n’a pas reçu le dernier changement (1 courriel attend)")
                .doesNotContain("1 en attente d’envoi");
        assertThat(fixture.main("/", Role.STAFF))
                .contains("leur courriel attend : Soirée (1)")
                .doesNotContain("Changement à annoncer");
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE state = 'QUEUED'")
                .update();
        assertThat(fixture.main("/", Role.STAFF)).doesNotContain("leur courriel attend", "Changement à annoncer");
        moved[0] = "version=3";
        moved[4] = "place=Salle du Phare";
        assertThat(staff.post(url + "/edit", moved)).hasStatus(303);
        assertThat(fixture.main("/", Role.STAFF))
                .as("nobody wrote to those who have the former place")
                .contains("Changement à annoncer : Soirée (1)")
                .doesNotContain("leur courriel attend");
        db.sql("UPDATE outreach.event SET day = day - 1").update();
        assertThat(fixture.main("/", Role.STAFF)).doesNotContain("Changement à annoncer");
    }

    private void change(UUID order, OrderGesture gesture, int seats) {
        asStaff(() -> {
            orders.change(new EventOrderId(order), new OrderChange(gesture, 0, seats, "", List.of()));
            return true;
        });
    }

    private <T> T asStaff(java.util.function.Supplier<T> work) {
        return CurrentActor.callAs(users.actor(Role.STAFF), work::get);
    }
}
