package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A hybrid event: changing the mode moves the seats, and each mode reads its own words (R-EVT-10). */
@ModuleTest
class EventModeTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    private EventId event = new EventId(UUID.randomUUID());

    @BeforeEach
    void aHybridEvening() {
        fixture.prepare();
        event = fixture.announce(4, "online=3", "onlineUrl=https://rencontre.example/soir");
    }

    private String order(String name) {
        return "/outreach/event/orders/"
                + db.sql("SELECT id FROM outreach.event_order WHERE contact_name = ?")
                        .param(name)
                        .query(UUID.class)
                        .single();
    }

    private List<String> seats() {
        return db.sql("SELECT mode || ' ' || taken FROM outreach.event_quota ORDER BY mode")
                .query(String.class)
                .list();
    }

    private List<String> letters(String purpose) {
        return db.sql(
                        "SELECT recipient || ': ' || body FROM platform.mail_message WHERE purpose = ? AND state = 'QUEUED' ORDER BY recipient")
                .param(purpose)
                .query(String.class)
                .list();
    }

    @Test
    void changingTheModeMovesTheQuotaWholeOrNotAtAllAndOffersWhatIsFreed() {
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 2);
        fixture.register(event, "chi", 2);
        fixture.register(event, "dan", 2, "mode=ONLINE");
        assertThat(fixture.states(event)).containsExactly("CONFIRMED", "CONFIRMED", "WAITING", "CONFIRMED");
        MvcTestResult full = pages.as(Role.STAFF).post(order("ana"), "gesture=MODE");
        assertThat(full).as("one seat is left on line, two are asked").hasStatus(422);
        assertThat(Pages.text(full)).contains("Il ne reste qu’une place");
        assertThat(seats()).containsExactly("IN_PERSON 4", "ONLINE 2");

        pages.as(Role.STAFF).post(order("dan"), "gesture=CANCEL");
        assertThat(pages.as(Role.STAFF).post(order("ana"), "gesture=MODE")).hasStatus(303);
        assertThat(seats()).as("the freed seats are offered").containsExactly("IN_PERSON 4", "ONLINE 2");
        assertThat(fixture.states(event)).containsExactly("CONFIRMED", "CONFIRMED", "OFFERED", "CANCELLED");
        assertThat(fixture.main(order("ana"), Role.STAFF)).contains("En ligne", "Venir plutôt dans la salle");
        assertThat(letters("event_confirmed"))
                .as("the letter that waited tells the address")
                .anySatisfy(each -> assertThat(each).startsWith("ana@").contains("rencontre.example"))
                .filteredOn(each -> each.startsWith("ana@"))
                .hasSize(1);
        assertThat(pages.as(Role.STAFF).post(order("chi"), "gesture=MODE"))
                .as("an offer is taken or left first")
                .hasStatus(422);
    }

    @Test
    void aTableGoesOnLineWithoutItsTableAndNotOnceInvoicedOrInTheRoom() {
        String table = fixture.sell(event, "Syndicat A", 2, "purchaseOrder=BC-1");
        assertThat(fixture.count("outreach.event_seat WHERE table_number IS NOT NULL"))
                .isEqualTo(2);
        assertThat(pages.as(Role.STAFF).post(table, "gesture=MODE")).hasStatus(303);
        assertThat(fixture.count("outreach.event_seat WHERE table_number IS NOT NULL"))
                .isZero();
        assertThat(pages.as(Role.STAFF).post(table, "gesture=MODE")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/door", "seat=" + fixture.seat()))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(table, "gesture=MODE"))
                .as("in the room")
                .hasStatus(422);
        assertThat(seats()).containsExactly("IN_PERSON 2", "ONLINE 0");
    }

    @Test
    void eachModeReadsItsOwnWords() {
        fixture.register(event, "ana", 1);
        fixture.register(event, "bao", 1, "mode=ONLINE");
        String url = EventFixture.url(event) + "/letters/REMINDER";
        assertThat(fixture.main(url, Role.STAFF)).contains("Mots pour les personnes en ligne");
        String[] words = {"note=Apportez une tasse.", "noteOnline=Coupez votre micro."};
        String mark = Pages.require(pages.as(Role.STAFF).post(url, words))
                .select("[name=confirmed]")
                .val();
        assertThat(pages.as(Role.STAFF).post(url, words[0], words[1], "confirmed=" + mark))
                .hasStatus(303);
        assertThat(letters("event_reminder")).hasSize(2);
        assertThat(letters("event_reminder").get(0)).contains("tasse").doesNotContain("micro");
        assertThat(letters("event_reminder").get(1))
                .contains("micro", "rencontre.example")
                .doesNotContain("tasse");
        EventId room = fixture.announce(4);
        assertThat(fixture.main(EventFixture.url(room) + "/letters/REMINDER", Role.STAFF))
                .doesNotContain("personnes en ligne");
    }

    @Test
    void threeGesturesAreInViewAndTheOthersInTheMenuBesideThem() {
        Document page = pages.as(Role.COORDINATOR).open(EventFixture.url(event));
        assertThat(page.select(".head .gestures > :not(.drop)").eachText())
                .containsExactly("Tenir l’accueil", "Liste à l’écran", "Liste par table");
        assertThat(page.select(".head .drop .sheet li").eachText())
                .contains("Modifier", "Trousse pour les bulletins", "Fermer les inscriptions", "Annuler l’événement");
    }
}
