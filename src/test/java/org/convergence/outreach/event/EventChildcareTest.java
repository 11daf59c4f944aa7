package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Children at the childcare of an event (R-EVT-9). */
@ModuleTest
class EventChildcareTest {

    private static final String CARERS = "carers=Maude Larivière\nTeddy Okafor";
    private static final String ASKED = "children-asked=true";

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    private boolean asksForChildren(EventId event) {
        return !pages.asStranger()
                .open("/public/event/" + event.value())
                .select("input[name=children-UNDER_3]")
                .isEmpty();
    }

    @Test
    void aGuestGivesAgesPickUpAndPicturesApart() {
        EventId event = fixture.announce(20, CARERS);
        assertThat(asksForChildren(event)).isTrue();
        assertThat(pages.asStranger()
                        .open("/public/event/" + event.value())
                        .select("input[name=needs][value=CHILDCARE]"))
                .as("the ages of the children say it")
                .isEmpty();
        assertThat(fixture.register(event, "ana", 1, ASKED, "children-FROM_6=1"))
                .as("nobody comes for the child")
                .hasStatus(422);
        assertThat(fixture.register(event, "ana", 1, ASKED, "children-FROM_3_TO_5=2", "pickUp=Oumar Diallo"))
                .hasStatus(303);
        String url = EventFixture.url(event);
        assertThat(fixture.main(url, Role.STAFF))
                .contains(
                        "Garde d’enfants 1", "2 enfants inscrits. Adultes présents : Maude Larivière et Teddy Okafor.")
                .contains("2 de 3 à 5 ans · repart avec Oumar Diallo · aucune photo");
        assertThat(fixture.main(url, Role.BOARD_MEMBER))
                .as("needs have two readers")
                .doesNotContain("Oumar Diallo", "2 de 3 à 5 ans");

        String order = "/outreach/event/orders/"
                + db.sql("SELECT id FROM outreach.event_order")
                        .query(String.class)
                        .single();
        assertThat(pages.as(Role.STAFF)
                        .open(order)
                        .select("input[name=children-FROM_3_TO_5-0]")
                        .val())
                .isEqualTo("2");
        String[] guests = {
            "gesture=NAME_GUESTS",
            "version=1",
            "count=1",
            "name-0=Ana",
            ASKED,
            "children-UNDER_3-0=1",
            "pickUp-0=Ana",
            "childPhotos-0=true"
        };
        assertThat(pages.as(Role.STAFF).post(order, guests)).hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF)).contains("1 de moins de 3 ans · repart avec Ana · photos permises");
    }

    @Test
    void staffNoteTheChildrenOfANewOrder() {
        EventId event = fixture.announce(20, CARERS);
        String form = EventFixture.url(event) + "/orders/new";
        assertThat(pages.as(Role.STAFF).open(form).select("input[name=children-UNDER_3]"))
                .hasSize(1);
        String[] order = {"seats=1", "mode=IN_PERSON", "name=Ana", ASKED, "children-UNDER_3=1"};
        assertThat(pages.as(Role.STAFF).post(form, order))
                .as("nobody comes for the child")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(form, "seats=1", "mode=IN_PERSON", "name=Ana", ASKED, "children-UNDER_3=1", "pickUp=Ana"))
                .hasStatus(303);
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("1 de moins de 3 ans · repart avec Ana");
        assertThat(pages.as(Role.STAFF)
                        .open(EventFixture.url(fixture.announce(20)) + "/orders/new")
                        .select("input[name=children-UNDER_3]"))
                .as("an event without childcare")
                .isEmpty();
    }

    @Test
    void twoAdultsAreThereAsLongAsChildrenAreExpected() {
        EventId without = fixture.announce(20);
        assertThat(asksForChildren(without)).isFalse();
        assertThat(fixture.register(without, "ana", 1, ASKED, "children-FROM_6=1", "pickUp=Ana"))
                .as("there is no childcare")
                .hasStatus(422);
        EventId event = fixture.announce(20, CARERS);
        fixture.register(event, "bao", 1, ASKED, "children-FROM_6=1", "pickUp=Bao");
        assertThat(change(event, "carers=Maude Larivière")).as("one adult").isEqualTo(422);
        assertThat(change(event, "carers=")).as("a child is expected").isEqualTo(422);
        assertThat(change(event, "carers=Teddy Okafor\nMaude Larivière\nAna Roy"))
                .isEqualTo(303);
    }

    private int change(EventId event, String carers) {
        var facts = db.sql("SELECT version::text || ' ' || day FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(String.class)
                .single()
                .split(" ", -1);
        return pages.as(Role.STAFF)
                .post(
                        EventFixture.url(event) + "/edit",
                        "version=" + facts[0],
                        "name=Soirée",
                        "day=" + facts[1],
                        "quota=20",
                        carers)
                .getResponse()
                .getStatus();
    }

    @Test
    void childrenAreErasedWithNeedsAndAreInNoHistory() {
        EventId event = fixture.announce(20, CARERS);
        fixture.register(event, "ana", 1, ASKED, "children-FROM_6=1", "pickUp=Oumar Diallo", "childPhotos=true");
        clock.advance(Duration.ofDays(7));
        fixture.sweep();
        assertThat(fixture.count("outreach.event_seat WHERE children IS NULL AND pick_up IS NULL AND NOT child_photos"))
                .isOne();
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Garde d’enfants 1");
        assertThat(
                        fixture.count(
                                "platform.audit_entry WHERE coalesce(before, '{}')::text || coalesce(after, '{}')::text LIKE '%Oumar%'"))
                .isZero();
    }
}
