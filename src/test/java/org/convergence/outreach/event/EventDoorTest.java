package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door of an evening on several phones, with and without network. */
@ModuleTest
class EventDoorTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MovingClock clock;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    private final Map<String, PartnerPhone> phones = new HashMap<>();

    private String door = "";

    private String url = "";

    @BeforeEach
    void anEveningWithATable() {
        fixture.prepare();
        db.sql("DELETE FROM platform.door_link").update();
        EventId event = fixture.announce(400, "reduced=50", "regular=90", "support=150");
        url = EventFixture.url(event);
        door = "/platform/door/event/" + event.value();
    }

    private String giveLink(String holder) {
        Document made = Pages.require(pages.as(Role.COORDINATOR).post(door + "/links", "holder=" + holder));
        String address = made.select("#made-url").val();
        String link = address.substring(address.indexOf("/public/"));
        phones.put(link, new PartnerPhone(mvc, pages, link));
        return link;
    }

    private List<String> seats() {
        return db.sql("SELECT id::text FROM outreach.event_seat ORDER BY position, id")
                .query(String.class)
                .list();
    }

    private MvcTestResult send(String link, String device, int sequence, String move, Instant at, String... guests) {
        return send(link, device, sequence, move, at, 0, guests);
    }

    private MvcTestResult send(
            String link, String device, int sequence, String move, Instant at, long offset, String... guests) {
        String entry = """
                {"move": "%s", "guests": [%s], "at": %d, "offset": %d}
                """.formatted(
                        move,
                        Stream.of(guests).map(each -> "\"" + each + "\"").collect(Collectors.joining(",")),
                        at.toEpochMilli(),
                        offset);
        return phones.computeIfAbsent(link, each -> new PartnerPhone(mvc, pages, each))
                .send(device, sequence, entry);
    }

    private static String outcome(MvcTestResult answer) {
        return JsonPath.read(Pages.text(answer), "$.answers[0].outcome");
    }

    private String list(String link) {
        return Pages.text(mvc.get().uri(link + "/list?device=a").exchange());
    }

    private List<String> states(String link) {
        return JsonPath.read(list(link), "$.guests[*].state");
    }

    /** Vector 5, its second half: two phones, one seat, one entry and one notice. */
    @Test
    void twoPhonesOnOneGuestAreBothNotedAndTheListHoldsNamesGroupsAndCodes() {
        fixture.sell(event(), "Syndicat A", 3, "price=REGULAR", "purchaseOrder=BC-1");
        String first = giveLink("Ana");
        String second = giveLink("Bao");
        String seat = seats().get(0);
        Instant now = clock.instant();
        assertThat(outcome(send(first, "a", 1, "ENTER", now, seat))).isEqualTo("DONE");
        assertThat(outcome(send(first, "a", 1, "ENTER", now, seat)))
                .as("the same envelope again")
                .isEqualTo("DONE");
        assertThat(fixture.count("outreach.event_seat WHERE doubles > 0")).isZero();
        MvcTestResult also = send(second, "b", 1, "ENTER", now, seat);
        assertThat(outcome(also)).isEqualTo("DOUBLE");
        assertThat(Pages.text(also)).contains("Déjà notée par Ana");
        assertThat(states(first)).containsExactly("IN", "EXPECTED", "EXPECTED");
        assertThat(list(first))
                .contains("Syndicat A", "1 personne dans la salle sur 3 attendues")
                .doesNotContain("ana@union.example", "Ana Roy", "need");
        assertThat(JsonPath.<java.util.Map<String, Object>>read(list(first), "$.guests[0]"))
                .containsOnlyKeys("id", "name", "groupId", "group", "code", "state");

        assertThat(outcome(send(first, "a", 2, "UNDO", now, seat))).isEqualTo("DONE");
        assertThat(states(first).get(0)).as("the other door noted it too").isEqualTo("IN");
        assertThat(outcome(send(second, "b", 2, "UNDO", now, seat))).isEqualTo("DONE");
        assertThat(states(first).get(0)).isEqualTo("EXPECTED");

        assertThat(outcome(send(first, "a", 3, "ENTER", now, seats().toArray(String[]::new))))
                .isEqualTo("DONE");
        assertThat(fixture.main(url, Role.STAFF)).contains("3 personnes dans la salle", "1 table complète sur 1");
        assertThat(outcome(send(first, "a", 4, "ENTER", now, UUID.randomUUID().toString())))
                .isEqualTo("REFUSED");
    }

    private EventId event() {
        return new EventId(UUID.fromString(door.replaceFirst(".*/", "")));
    }

    @Test
    void aLeavingAndAReturnFollowTheTimesOfThePhones() {
        fixture.register(event(), "ana", 1);
        String first = giveLink("Ana");
        String second = giveLink("Bao");
        String seat = seats().get(0);
        Instant begin = clock.instant();
        send(first, "a", 1, "ENTER", begin, seat);
        clock.moveTo(begin.plus(Duration.ofMinutes(30)));
        assertThat(outcome(send(second, "b", 1, "RETURN", begin.plus(Duration.ofMinutes(20)), seat)))
                .isEqualTo("DONE");
        MvcTestResult late = send(first, "a", 2, "LEAVE", begin.plus(Duration.ofMinutes(10)), seat);
        assertThat(outcome(late)).as("noted before, arrived after").isEqualTo("LATE");
        assertThat(Pages.text(late)).contains("plus récent");
        assertThat(states(first)).containsExactly("IN");
        long tenMinutes = Duration.ofMinutes(10).toMillis();
        assertThat(outcome(send(first, "a", 3, "LEAVE", clock.instant().plusMillis(tenMinutes), -tenMinutes, seat)))
                .isEqualTo("DONE");
        assertThat(fixture.count("outreach.event_seat WHERE left_at = moved_at AND left_at <= '"
                        + clock.instant().plusSeconds(1) + "'"))
                .as("corrected by the difference of the clocks")
                .isOne();
        assertThat(outcome(send(second, "b", 2, "ENTER", clock.instant(), seat)))
                .as("back by the other door")
                .isEqualTo("DOUBLE");
        assertThat(states(first)).containsExactly("IN");
        send(first, "a", 4, "RETURN", clock.instant().plus(Duration.ofHours(3)), seat);
        assertThat(fixture.count("outreach.event_seat WHERE moved_at > '"
                        + clock.instant().plusSeconds(1) + "'"))
                .as("no time ahead of its arrival")
                .isZero();
    }

    @Test
    void aLinkIsForOneEveningAndIsTakenBack() {
        fixture.register(event(), "ana", 1);
        assertThat(pages.as(Role.BOARD_MEMBER).get(door)).hasStatus(403);
        assertThat(pages.asStranger().get("/public/door/" + "x".repeat(43))).hasStatus(404);
        assertThat(pages.as(Role.VOLUNTEER).post(door + "/links", "holder=Ana")).hasStatus(403);
        assertThat(fixture.main(door, Role.VOLUNTEER)).doesNotContain("Liens pour ce soir");
        String mine = Pages.location(pages.as(Role.VOLUNTEER).post(door + "/open"));
        assertThat(mvc.get().uri(mine).exchange()).hasStatusOk();
        String link = giveLink("Cléo");
        Document page = pages.as(Role.COORDINATOR).open(door);
        assertThat(page.text()).contains("Cléo", "pas encore utilisé");
        String revoke = page.select("form[action$=/revoke]").get(0).attr("action");
        assertThat(pages.as(Role.COORDINATOR).post(revoke)).hasStatus(303);
        assertThat(mvc.get().uri(link + "/list?device=a").exchange()).hasStatus(410);
        assertThat(send(link, "a", 1, "ENTER", clock.instant(), seats().get(0))).hasStatus(410);
        assertThat(fixture.count("outreach.event_seat WHERE admitted_at IS NOT NULL"))
                .isZero();

        String evening = giveLink("Dana");
        assertThat(mvc.get().uri(evening + "/list?device=d").exchange()).hasStatusOk();
        Instant noted = clock.instant();
        clock.moveTo(noted.plus(Duration.ofHours(32)));
        assertThat(mvc.get().uri(evening + "/list?device=d").exchange())
                .as("the next morning")
                .hasStatus(410);
        assertThat(send(evening, "x", 1, "ENTER", noted, seats().get(0)))
                .as("a phone that never read the list")
                .hasStatus(410);
        assertThat(outcome(send(evening, "d", 1, "ENTER", noted, seats().get(0))))
                .as("noted in the evening, sent in the morning")
                .isEqualTo("DONE");
        assertThat(outcome(send(evening, "d", 2, "LEAVE", clock.instant(), seats().get(0))))
                .isEqualTo("REFUSED");
        assertThat(outcome(send(evening, "d", 3, "UNDO", noted, seats().get(0))))
                .as("nothing is taken back afterwards")
                .isEqualTo("REFUSED");
        clock.moveTo(noted.plus(Duration.ofDays(4)));
        assertThat(send(evening, "d", 4, "LEAVE", noted, seats().get(0))).hasStatus(410);
        clock.moveTo(noted.plus(Duration.ofDays(9)));
        works.stream()
                .filter(each -> each.name().equals("door-sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("sweep"), each::run));
        assertThat(fixture.count("platform.door_link")).isZero();
        assertThat(fixture.count("platform.door_entry")).isZero();
    }

    @Test
    void figuresOfNowAreThoseOfTheRoomOnTheDayAlone() {
        String both = EventFixture.url(fixture.announce(10, "online=10"));
        EventId event = new EventId(UUID.fromString(both.replaceFirst(".*/", "")));
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 3, "mode=ONLINE");
        assertThat(fixture.main(both, Role.STAFF)).contains("0 personne dans la salle sur 2 attendues");
        assertThat(pages.as(Role.STAFF).open(both).select("#door").attr("data-hx-trigger"))
                .isEqualTo("every 20s");
        db.sql("UPDATE outreach.event SET day = day - 3").update();
        Document after = pages.as(Role.STAFF).open(both);
        assertThat(after.select("#door").text()).doesNotContain("dans la salle");
        assertThat(after.select("#door").hasAttr("data-hx-get")).isFalse();
    }

    @Test
    void theListDoesNotGoToAPhoneDaysAhead() {
        db.sql("UPDATE outreach.event SET day = day + 3").update();
        assertThat(pages.as(Role.COORDINATOR).post(door + "/links", "holder=Ana"))
                .hasStatus(422)
                .bodyText()
                .contains("Trop tôt");
    }

    @Test
    void aHallOfThreeHundredEntersFromOneAddress() {
        fixture.sell(event(), "Syndicat C", 300, "price=REGULAR", "purchaseOrder=BC-3");
        String link = giveLink("Ana");
        Instant now = clock.instant();
        int sequence = 0;
        for (String seat : seats()) {
            assertThat(send(link, "a", ++sequence, "ENTER", now, seat)).hasStatusOk();
        }
        assertThat(fixture.count("outreach.event_seat WHERE admitted_at IS NOT NULL"))
                .isEqualTo(300);
    }
}
