package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Token;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats offered to the waiting list: the days to answer count from the day on which the person is told. */
@ModuleTest
class EventOfferTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

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

    @Test
    void countsTheDaysOfAnOfferFromTheDayOnWhichItIsTold() {
        EventId event = announce(2);
        String url = EventFixture.url(event);
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 1);
        fixture.register(event, "chi", 1);
        assertThat(pages.as(Role.STAFF).post(order("ana"), "gesture=CANCEL")).hasStatus(303);
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        fixture.sweep();
        assertThat(fixture.states(event)).as("their letters wait").containsExactly("CANCELLED", "OFFERED", "OFFERED");
        assertThat(fixture.main(url, Role.STAFF)).contains("baoUne place lui est offerte", "chiUne place lui est");
        assertThat(fixture.main("/", Role.STAFF)).contains("À joindre de vive voix : Soirée des 50 ans (2)");

        assertThat(pages.as(Role.STAFF).post(order("bao") + "/told")).hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF)).doesNotContain("baoUne place");
        db.sql(
                        "UPDATE platform.mail_message SET state = 'SENT', sent_at = ? WHERE purpose = 'event_offered' AND recipient LIKE 'chi%'")
                .param(clock.instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(fixture.main(order("chi"), Role.STAFF))
                .as("as soon as its letter left")
                .contains("Gardé jusqu’au")
                .doesNotContain("pas encore annoncée");
        fixture.sweep();
        assertThat(fixture.main(order("chi"), Role.STAFF))
                .contains("Gardé jusqu’au")
                .doesNotContain("pas encore annoncée");
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        fixture.sweep();
        assertThat(fixture.states(event)).as("told a day apart").containsExactly("CANCELLED", "EXPIRED", "OFFERED");
        assertThat(pages.as(Role.STAFF).post(order("chi"), "gesture=ACCEPT")).hasStatus(303);
        assertThat(fixture.states(event)).containsExactly("CANCELLED", "EXPIRED", "CONFIRMED");
        assertThat(fixture.taken(event)).isEqualTo(1);
    }

    /** An offer that ended: seats may be free or not, and registration open or not. */
    @Test
    void saysOfAnOfferThatEndedOnlyWhatIsTrue() {
        EventId event = announce(1);
        fixture.register(event, "ana", 1);
        fixture.register(event, "bao", 1);
        assertThat(pages.as(Role.STAFF).post(order("ana"), "gesture=CANCEL")).hasStatus(303);
        String secret = "b".repeat(43);
        db.sql("""
                        INSERT INTO outreach.event_link (id, event_order, token, made_at)
                        SELECT gen_random_uuid(), id, ?, now() FROM outreach.event_order WHERE contact_name = 'bao'
                        """).param(Token.hashOf(secret)).update();
        String link = "/public/event/order/" + secret;
        assertThat(link(link)).contains("Une place est libre pour vous.").doesNotContain("au plus tard");
        assertThat(pages.as(Role.STAFF).post(order("bao") + "/told")).hasStatus(303);
        assertThat(link(link)).contains("Répondez au plus tard le");
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        fixture.sweep();
        assertThat(fixture.taken(event)).isZero();
        assertThat(link(link))
                .contains("ne sont plus gardées pour vous. Vous pouvez vous inscrire de nouveau. S’inscrire");
        db.sql("UPDATE outreach.event SET state = 'CLOSED'").update();
        assertThat(link(link))
                .contains("gardées pour vous. Les inscriptions sont fermées.")
                .doesNotContain("de nouveau");
        db.sql("UPDATE outreach.event SET state = 'OPEN'").update();
        db.sql("UPDATE outreach.event SET day = ?")
                .param(settings.today().minusDays(30))
                .update();
        assertThat(fixture.main("/outreach/event?over=true", Role.STAFF))
                .contains("Présences à noter")
                .doesNotContain("ouvertes");
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF))
                .contains("Présences à noter")
                .doesNotContain("ouvertes");
        assertThat(link(link)).doesNotContain("de nouveau");
    }

    @Test
    void movesTheEndOfAnOfferWithTheEventAndTellsIt() {
        EventId event = announce(1);
        String url = EventFixture.url(event);
        fixture.register(event, "ana", 1);
        fixture.register(event, "bao", 1);
        assertThat(pages.as(Role.STAFF).post(order("ana"), "gesture=CANCEL")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(order("bao") + "/told")).hasStatus(303);
        String before = until();
        String version = pages.as(Role.STAFF)
                .open(url + "/edit")
                .select("input[name=version]")
                .val();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/edit",
                                "version=" + version,
                                "name=Soirée des 50 ans",
                                "day=" + settings.today().plusDays(1),
                                "place=Salle du Port",
                                "quota=1"))
                .hasStatus(303);
        assertThat(until()).as("the day of the event begins before").isLessThan(before);
        assertThat(Pages.text(pages.as(Role.STAFF).post(url + "/letters/CHANGED", "note=")))
                .contains("Nous gardons votre place jusqu’au");
    }

    /** The end of the only offer. */
    private String until() {
        return db.sql("SELECT to_char(offered_until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM outreach.event_order"
                        + " WHERE state = 'OFFERED'")
                .query(String.class)
                .single();
    }

    /** An event in a month. */
    private EventId announce(int quota) {
        EventId event = fixture.announce(quota);
        db.sql("UPDATE outreach.event SET day = ?")
                .param(settings.today().plusDays(30))
                .update();
        return event;
    }

    private String link(String address) {
        return pages.asStranger().open(address).select("main").text().replace('\u00a0', ' ');
    }

    private String order(String name) {
        return "/outreach/event/orders/"
                + db.sql("SELECT id FROM outreach.event_order WHERE contact_name = ?")
                        .param(name)
                        .query(UUID.class)
                        .single();
    }
}
