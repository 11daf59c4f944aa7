package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Letters to everyone who registered, the programme with its speakers, and the plan of the tables. */
@ModuleTest
class EventMailingTest {

    private static final Pattern MARK = Pattern.compile("name=\"confirmed\"\\s+value=\"(\\w+)\"");

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
    void tellsWhoGotNoLetterAboutAnOrder() {
        EventId event = fixture.announce(3);
        String order = fixture.sell(event, "Syndicat C", 2);
        db.sql("UPDATE outreach.event_order SET contact_mail = NULL").update();
        assertThat(fixture.main(order, Role.STAFF)).contains("Sans courriel : à joindre autrement");
        assertThat(Pages.notice(pages.as(Role.STAFF).post(order, "gesture=CONFIRM", "purchaseOrder=BC-3")))
                .contains("event.order.saved.CONFIRM.untold", "Syndicat C");
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 4);
        assertThat(Pages.notice(pages.as(Role.STAFF).post(order, "gesture=CANCEL")))
                .contains("event.order.saved.CANCEL", "1", "Syndicat C");
        assertThat(Pages.notice(pages.as(Role.STAFF).post(order("ana"), "gesture=CANCEL")))
                .as("the next group needs more seats than are free")
                .contains("event.order.saved.CANCEL", "0", "ana");
    }

    @Test
    void listsWhomNoLetterReachesUntilTheyAreNotedAsTold() {
        EventId event = fixture.announce(10);
        String url = EventFixture.url(event);
        String table = fixture.sell(event, "Syndicat C", 2);
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 1);
        db.sql("UPDATE outreach.event_order SET contact_mail = NULL WHERE organisation IS NOT NULL")
                .update();
        assertThat(pages.as(Role.STAFF).post(table, "gesture=CONFIRM", "purchaseOrder=BC-3"))
                .hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF)).contains("Syndicat CSa table est confirmée C’est dit");
        assertThat(fixture.main("/", Role.STAFF)).contains("À joindre de vive voix : Soirée des 50 ans (1)");
        assertThat(pages.as(Role.STAFF).post(table + "/told")).hasStatus(303);
        assertThat(fixture.main(table, Role.STAFF)).contains("Inscription confirmée · Dit de vive voix le");
        assertThat(fixture.main("/", Role.STAFF)).doesNotContain("À joindre de vive voix");

        assertThat(pages.as(Role.STAFF).post(url + "/state/CANCELLED")).hasStatus(303);
        assertThat(fixture.main("/", Role.STAFF)).contains("À joindre de vive voix : Soirée des 50 ans (1)");
        db.sql("""
                        UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT'
                        WHERE purpose = 'event_cancelled' AND recipient LIKE 'bao%'
                        """).update();
        assertThat(fixture.main(url, Role.STAFF))
                .contains("Syndicat CL’événement est annulé C’est dit", "baoL’événement est annulé C’est dit")
                .doesNotContain("anaL’événement est annulé");
        String bao = order("bao");
        assertThat(Pages.notice(pages.as(Role.STAFF).post(bao + "/told"))).contains("mail.told.noted", "/told/undo");
        assertThat(pages.as(Role.STAFF).post(bao + "/told")).as("noted already").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(order("ana") + "/told"))
                .as("her letter waits")
                .hasStatus(422);
        assertThat(fixture.main(url, Role.STAFF)).contains("Annulation : Dit de vive voix le");
        assertThat(pages.as(Role.STAFF).post(bao + "/told/undo")).hasStatus(303);
        assertThat(fixture.main("/", Role.STAFF)).contains("À joindre de vive voix : Soirée des 50 ans (2)");
        db.sql("UPDATE outreach.event SET day = day - 1").update();
        assertThat(fixture.main("/", Role.STAFF)).as("the day is over").doesNotContain("À joindre de vive voix");
    }

    private String order(String name) {
        return "/outreach/event/orders/"
                + db.sql("SELECT id FROM outreach.event_order WHERE contact_name = ?")
                        .param(name)
                        .query(UUID.class)
                        .single();
    }

    @Test
    void remindsOnceAndThanksOnlyThoseWhoCame() {
        EventId event = fixture.announce(10);
        String url = EventFixture.url(event);
        fixture.register(event, "ana", 2);
        fixture.register(event, "bao", 1);
        fixture.register(event, "chi", 1);
        db.sql("UPDATE outreach.event_order SET contact_mail = NULL WHERE contact_name = 'chi'")
                .update();
        assertThat(pages.as(Role.STAFF).get(url + "/letters/CONFIRMED")).hasStatus(404);
        assertThat(write(url, "THANKS", "")).as("not held yet").hasStatus(422);
        assertThat(write(url, "CHANGED", "")).as("nothing changed").hasStatus(422);
        MvcTestResult preview = write(url, "REMINDER", "Apportez une tasse.");
        assertThat(Pages.text(preview))
                .contains("2 courriels", "Apportez une tasse.", "Salle du Port", "à remettre autrement");
        String mark = mark(preview);
        String[] confirmed = {"note=Apportez une tasse.", "confirmed=" + mark};
        assertThat(pages.as(Role.STAFF).post(url + "/letters/REMINDER", confirmed))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/letters/REMINDER", confirmed))
                .as("sent by another meanwhile")
                .hasStatus(200);
        assertThat(letters("event_reminder")).hasSize(2);
        fixture.register(event, "dana", 1);
        assertThat(fixture.main(url, Role.STAFF)).contains("2 en attente d’envoi", "1 inscription ne l’a pas reçu");
        assertThat(fixture.main(url, Role.BOARD_MEMBER)).doesNotContain("Courriels aux personnes inscrites");

        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE purpose = 'event_confirmed'")
                .update();
        String[] moved = {"version=2", "name=Soirée", "day=" + day(event), "quota=10", "place=Salle du Quai"};
        assertThat(pages.as(Role.STAFF).post(url + "/edit", moved)).hasStatus(303);
        fixture.register(event, "eva", 1);
        assertThat(Pages.text(write(url, "CHANGED", "")))
                .contains("3 courriels", "Salle du Quai", "S’est inscrite après le changement");

        String seat = db.sql("""
                        SELECT s.id::text FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                        WHERE o.contact_name = 'ana' LIMIT 1
                        """).query(String.class).single();
        assertThat(pages.as(Role.STAFF).post(url + "/door", "seat=" + seat)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/hold", "version=3", "people=2"))
                .hasStatus(303);
        MvcTestResult thanks = write(url, "THANKS", "");
        assertThat(Pages.text(thanks)).contains("Un courriel", "Merci d’avoir été avec nous", "N’est pas passée");
        assertThat(pages.as(Role.STAFF).post(url + "/letters/THANKS", "note=", "confirmed=" + mark(thanks)))
                .hasStatus(303);
        assertThat(letters("event_thanks")).containsExactly("ana@exemple.example");
        assertThat(Pages.text(write(url, "THANKS", "")))
                .contains("L’attend déjà")
                .doesNotContain("L’a déjà reçu", "\"confirmed\"");
    }

    @Test
    void rewritesAWaitingConfirmationAndTellsEachChangeToTheOthers() {
        EventId event = fixture.announce(10);
        String url = EventFixture.url(event);
        fixture.register(event, "ana", 2);
        String[] moved = {"version=2", "name=Soirée", "day=" + day(event), "quota=10", "place=Salle du Quai"};
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url + "/edit", moved)))
                .contains("event.saved.rewritten", "1");
        String waiting = "SELECT m.body FROM platform.mail_message m JOIN platform.mail_letter_status s USING (id)"
                + " WHERE s.state = 'WAITING' AND m.purpose = 'event_confirmed'";
        assertThat(db.sql(waiting).query(String.class).list())
                .singleElement()
                .asString()
                .contains("Salle du Quai")
                .doesNotContain("Salle du Port");
        assertThat(Pages.text(write(url, "CHANGED", "")))
                .contains("Sa confirmation dit déjà ce qui a changé")
                .doesNotContain("\"confirmed\"");

        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE state = 'QUEUED'")
                .update();
        moved[0] = "version=3";
        moved[4] = "place=Salle du Phare";
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url + "/edit", moved)))
                .doesNotContain("rewritten");
        String mark = mark(write(url, "CHANGED", ""));
        assertThat(pages.as(Role.STAFF).post(url + "/letters/CHANGED", "note=", "confirmed=" + mark))
                .hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF)).contains("lieu 1 en attente").doesNotContain("le dernier changement");
        moved[0] = "version=4";
        moved[4] = "place=Salle de l’Île";
        assertThat(pages.as(Role.STAFF).post(url + "/edit", moved)).hasStatus(303);
        assertThat(fixture.main(url, Role.STAFF))
                .contains("lieu 1 inscription n’a pas reçu le dernier changement")
                .doesNotContain("lieu 1 en attente");
    }

    private MvcTestResult write(String url, String kind, String note) {
        return pages.as(Role.STAFF).post(url + "/letters/" + kind, "note=" + note);
    }

    private static String mark(MvcTestResult preview) {
        Matcher found = MARK.matcher(Pages.text(preview));
        assertThat(found.find()).as(Pages.text(preview)).isTrue();
        return found.group(1);
    }

    private List<String> letters(String purpose) {
        return db.sql("SELECT recipient FROM platform.mail_message WHERE purpose = ?")
                .param(purpose)
                .query(String.class)
                .list();
    }

    private String day(EventId event) {
        return db.sql("SELECT day::text FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(String.class)
                .single();
    }

    @Test
    void publicProgrammeNamesOnlySpeakersWhoAgreed() {
        EventId event = fixture.announce(10);
        String url = EventFixture.url(event) + "/programme";
        String[] fields = {
            "version=2",
            "count=4",
            "begins-0=20:00",
            "title-0=Le mot de la fin",
            "speaker-0=Solange Vadnais",
            "named-0=true",
            "consent-0=Le 12 novembre, par courriel",
            "begins-1=19:15",
            "title-1=Ce que disent les machines",
            "speaker-1=Yolette Saintil",
            "title-2="
        };
        String[] silent = fields.clone();
        silent[6] = "consent-0=";
        assertThat(pages.as(Role.STAFF).post(url, silent))
                .as("no consent noted")
                .hasStatus(422);
        String[] telling = fields.clone();
        telling[8] = "title-1=Avec yolette saintil";
        assertThat(pages.as(Role.STAFF).post(url, telling))
                .as("a title that names her")
                .hasStatus(422);
        String[] uncounted = fields.clone();
        uncounted[1] = "count=vingt";
        uncounted[10] = "title-4=Un dernier mot";
        assertThat(Pages.parse(pages.as(Role.STAFF).post(url, uncounted))
                        .select("[name=title-4]")
                        .val())
                .as("a row beyond the usual ones")
                .isEqualTo("Un dernier mot");
        assertThat(pages.as(Role.STAFF).post(url, fields)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url, fields)).as("a second editor").hasStatus(409);
        String page = pages.asStranger().open("/public/event/" + event.value()).text();
        assertThat(page)
                .contains("Ce que disent les machines", "Solange Vadnais")
                .doesNotContain("Yolette");
        assertThat(page.indexOf("machines")).as("by hour").isLessThan(page.indexOf("Le mot de la fin"));
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Yolette Saintil · nom non public");
        db.sql("UPDATE outreach.event SET day = day - 91 WHERE id = ?")
                .param(event.value())
                .update();
        fixture.sweep();
        assertThat(fixture.count("outreach.event_item WHERE speaker IS NOT NULL"))
                .as("the speaker named in public stays")
                .isOne();
    }

    @Test
    void seatsGuestsAtOtherTablesWhileTheyHavePlaces() {
        EventId event = fixture.announce(100, "tableSize=3");
        String first = fixture.sell(event, "Syndicat A", 3);
        String second = fixture.sell(event, "Syndicat B", 2);
        assertThat(fixture.main(second, Role.STAFF))
                .contains("Places libres : table 2 (1). Prochaine table neuve : 3.");
        String[] split = {"gesture=SEAT", "version=1", "count=3", "table-0=1", "table-1=2", "table-2="};
        assertThat(pages.as(Role.STAFF).post(first, split)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(first, split))
                .as("moved by two people")
                .hasStatus(422);
        assertThat(fixture.main(first, Role.STAFF)).contains("Table 1, 2");
        split[1] = "version=2";
        split[5] = "table-2=2";
        assertThat(Pages.text(pages.as(Role.STAFF).post(first, split)))
                .contains("La table 2 a 3 places, et toutes ne sont pas libres");
        split[5] = "table-2=9999";
        assertThat(pages.as(Role.STAFF).post(first, split)).hasStatus(422);
        split[2] = "count=2";
        assertThat(pages.as(Role.STAFF).post(first, split)).as("not all guests").hasStatus(422);
        MvcTestResult moved = pages.as(Role.STAFF)
                .post(first, "gesture=SEAT", "version=2", "count=3", "table-0=2", "table-1=", "table-2=");
        assertThat(fixture.main(first, Role.STAFF)).contains("Table 2");
        String undo = first + "?gesture=SEAT&version=3&count=3&table-0=1&table-1=2";
        assertThat(Pages.notice(moved)).contains(undo);
        assertThat(pages.as(Role.STAFF).post(undo)).hasStatus(303);
        assertThat(fixture.main(first, Role.STAFF)).contains("Table 1, 2");
        assertThat(fixture.main(EventFixture.url(event) + "/tables", Role.STAFF))
                .contains("Changer de table");
        assertThat(fixture.main(EventFixture.url(event) + "/tables", Role.VOLUNTEER))
                .doesNotContain("Changer de table");
    }
}
