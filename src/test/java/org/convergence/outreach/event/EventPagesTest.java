package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An event from its announcement to its result. */
@ModuleTest
class EventPagesTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/public/event/order/[\\w-]{43})");
    private static final String[] PRICES = {"reduced=50", "regular=90", "support=150", "target=1000"};

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private EventFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        server.start();
        fixture.prepare();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void onlyWhatAPersonAnnouncedIsInTheFeeds() {
        EventId event = fixture.announce(10, "name=Soirée fermée");
        EventId open = fixture.announce(10, "name=Soirée ouverte", "announced=true");
        EventId draft = fixture.draft(10, "name=Soirée brouillon", "announced=true");
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(draft) + "/state/CANCELLED"))
                .hasStatus(303);
        String feed = Pages.text(pages.asStranger().get("/public/feeds/event.json"));
        assertThat(feed).contains(open.value().toString());
        assertThat(feed).doesNotContain(event.value().toString(), draft.value().toString());
    }

    @Test
    void registersInAMinuteWithOneLetterAndChangesByItsLink() throws Exception {
        EventId event = fixture.announce(10);
        String address = "/public/event/" + event.value();
        assertThat(text(pages.asStranger().get(address + "?in=es"))).contains("Inscribirse", "10 lugares libres");
        String done = Pages.location(fixture.register(event, "ana", 3, "needs=VEGAN", "note=Sans noix"));
        assertThat(text(pages.asStranger().get(done))).contains("C’est confirmé");
        assertThat(text(pages.asStranger().get(address))).contains("7 places libres");
        carry();
        assertThat(server.getReceivedMessages()).as("one confirmation").hasSize(1);
        String letter = MailText.plain(server.getReceivedMessages()[0]);
        String code = fixture.code("CONFIRMED");
        assertThat(letter).contains("3 places", "Salle du Port", code).doesNotContain("[[");
        String link = link(letter);
        assertThat(text(pages.asStranger().get(link))).contains("2 personnes invitées par ana", code);

        String version = version(link);
        assertThat(send(link, "gesture=NAME_GUESTS", version, "count=3", "name-0=Ana", "name-1=Bao", "name-2="))
                .hasStatus(303);
        assertThat(text(pages.asStranger().get(link))).contains("1 personne invitée par ana");
        assertThat(send(link, "gesture=NAME_GUESTS", version, "count=3", "name-0=X", "name-1=Y", "name-2=Z"))
                .as("changed by another meanwhile")
                .hasStatus(422);
        assertThat(send(link, "gesture=RESIZE", "number=11")).hasStatus(422);
        assertThat(send(link, "gesture=CONFIRM", "purchaseOrder=faux")).hasStatus(303);
        assertThat(fixture.count("outreach.event_order WHERE purchase_order IS NOT NULL"))
                .isZero();
        assertThat(send(link, "gesture=CANCEL")).hasStatus(303);
        assertThat(fixture.taken(event)).isZero();
        assertThat(fixture.count("outreach.event_seat")).isZero();
        assertThat(pages.asStranger().get("/public/event/order/" + "x".repeat(43)))
                .hasStatus(404);
    }

    @Test
    void anAddressRegistersOnceAndTheFormDoesNotTellWhoIsRegistered() {
        EventId event = fixture.announce(2);
        String first = Pages.location(fixture.register(event, "ana", 1));
        String second = Pages.location(fixture.register(event, "ANA", 2));
        assertThat(second).isEqualTo(first);
        assertThat(fixture.taken(event)).isOne();
        String waiting = Pages.location(fixture.register(event, "bao", 2));
        assertThat(waiting).endsWith("done=WAITING");
        assertThat(pages.asStranger().open(waiting).text())
                .as("without mail no letter confirms it now")
                .contains("Nos courriels ne partent pas pour l’instant");
        assertThat(fixture.register(event, "cleo", 0)).hasStatus(422);
        String open = "/public/event/" + event.value();
        assertThat(pages.asStranger().open(open).text()).contains("M’inscrire");
        fixture.register(event, "eva", 1);
        assertThat(pages.asStranger().open(open).text())
                .as("full")
                .contains("Me mettre sur la liste d’attente")
                .doesNotContain("M’inscrire");
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/state/CLOSED"))
                .hasStatus(303);
        assertThat(fixture.register(event, "dana", 1)).as("closed").hasStatus(422);
        assertThat(pages.asStranger().get("/public/event/" + fixture.draft(1).value()))
                .hasStatus(404);
    }

    /** Vector 7, and fewer seats than taken. */
    @Test
    void refusesDrawWithoutLicenceAndQuotaBelowWhatIsTaken() {
        EventId draft = fixture.draft(5, "draw=true");
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(draft) + "/state/OPEN"))
                .hasStatus(422);
        EventId event = fixture.announce(5);
        fixture.register(event, "ana", 3);
        String today = db.sql("SELECT day::text FROM outreach.event WHERE id = ?")
                .param(event.value())
                .query(String.class)
                .single();
        String[] fewer = {"version=2", "name=Soirée", "day=" + today, "quota=2"};
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/edit", fewer))
                .hasStatus(422);
        fewer[3] = "quota=3";
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/edit", fewer))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/edit", fewer))
                .as("a second editor")
                .hasStatus(409);
        assertThat(pages.as(Role.BOARD_MEMBER).post("/outreach/event/new", "name=x"))
                .hasStatus(403);
    }

    /** Vector 5, its first half: a table of ten, of which six are named. */
    @Test
    void sellsTableThatIsNamedLaterAndChecksItInOnce() throws Exception {
        EventId event = fixture.announce(100, PRICES);
        String order = fixture.sell(event, "Syndicat A", 10, "price=REGULAR");
        assertThat(fixture.main(order, Role.STAFF)).contains("À confirmer", "10 personnes invitées par Syndicat A");
        assertThat(fixture.main("/", Role.STAFF)).contains("1 table à confirmer");
        assertThat(fixture.main(order, Role.STAFF)).contains("Changer le nombre de places");
        String invoice = Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
        assertThat(fixture.main(order, Role.STAFF)).as("it would be refused").doesNotContain("Changer le nombre");
        assertThat(fixture.main(invoice, Role.COORDINATOR)).contains("10 places", "900,00 $", "Syndicat A");
        assertThat(Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice")))
                .as("one invoice")
                .isEqualTo(invoice);
        assertThat(pages.as(Role.STAFF).post(order, "gesture=RESIZE", "number=12"))
                .as("invoiced")
                .hasStatus(422);
        carry();
        assertThat(server.getReceivedMessages())
                .as("nothing before it is confirmed")
                .isEmpty();
        assertThat(pages.as(Role.STAFF).post(order, "gesture=CONFIRM", "purchaseOrder=BC-12"))
                .hasStatus(303);
        carry();
        String link = link(MailText.plain(server.getReceivedMessages()[0]));
        String[] names = new String[9];
        names[0] = "gesture=NAME_GUESTS";
        names[1] = version(link);
        names[2] = "count=10";
        for (int i = 0; i < 6; i++) {
            names[3 + i] = "name-" + i + "=Invitée " + i;
        }
        assertThat(send(link, names)).hasStatus(303);
        assertThat(text(pages.asStranger().get(link))).contains("4 personnes invitées par Syndicat A");
        String url = EventFixture.url(event);
        assertThat(fixture.main(url + "/tables", Role.VOLUNTEER))
                .contains("Table 1", "Table 2", "Invitée 5", "2 personnes invitées par Syndicat A");
        assertThat(fixture.main(url + "/door?q=s", Role.VOLUNTEER)).doesNotContain("Syndicat A");
        assertThat(fixture.main(url + "/door?q=" + fixture.code("CONFIRMED").toLowerCase(Locale.ROOT), Role.VOLUNTEER))
                .contains("Faire entrer les 8", "Invitée 0");
        UUID seat = db.sql("SELECT id FROM outreach.event_seat WHERE name = 'Invitée 0'")
                .query(UUID.class)
                .single();
        assertThat(pages.as(Role.VOLUNTEER).post(url + "/door", "seat=" + seat)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/door", "seat=" + seat)).hasStatus(303);
        assertThat(fixture.main(url + "/door", Role.VOLUNTEER))
                .contains("1 personne entrée sur 10 · 1 entrée en double");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/door")).hasStatus(403);
    }

    @Test
    void becomesARealisationWithItsResult() {
        EventId event = fixture.announce(20, PRICES);
        String order = fixture.sell(event, "Syndicat B", 2, "purchaseOrder=BC-1", "price=SUPPORT");
        Pages.location(pages.as(Role.COORDINATOR).post(order + "/invoice"));
        String url = EventFixture.url(event);
        String seats = String.join(
                " ",
                db.sql("SELECT id::text FROM outreach.event_seat")
                        .query(String.class)
                        .list());
        pages.as(Role.STAFF).post(url + "/door", form -> form.field("seat", (Object[]) seats.split(" ")));
        assertThat(fixture.main(url, Role.STAFF)).contains("L’accueil en a compté 2");
        db.sql("UPDATE outreach.event SET begins = '23:59'").update();
        assertThat(pages.as(Role.STAFF).post(url + "/hold", "version=2", "people=2", "costs=100"))
                .as("before it begins")
                .hasStatus(422)
                .bodyText()
                .contains("Il commence à");
        db.sql("UPDATE outreach.event SET begins = '00:00'").update();
        assertThat(Pages.notice(pages.as(Role.STAFF).post(url + "/hold", "version=2", "people=2")))
                .contains("no-line");
        pages.as(Role.STAFF).post(url + "/hold", "version=3", "people=2", "costs=150");
        fixture.take(event, "400,50", "BAR");
        assertThat(db.sql("SELECT title FROM plan.realisation_summary WHERE state = 'DONE'")
                        .query(String.class)
                        .list())
                .containsOnlyOnce("Soirée des 50 ans");
        String held = fixture.main(url, Role.STAFF);
        assertThat(held).contains("Résultat net 250,50 $ sur un objectif de 1 000,00 $", "n’a pas encore eu lieu");
        assertThat(pages.as(Role.STAFF).post(url + "/state/HELD")).hasStatus(303);
        assertThat(fixture.main(url, Role.BOARD_MEMBER)).doesNotContain("Ana Roy", "Besoins");
    }

    @Test
    void tellsEveryoneThatItIsCancelledAndWithholdsWhatIsNoLongerTrue() throws Exception {
        EventId event = fixture.announce(1);
        fixture.register(event, "ana", 1);
        fixture.register(event, "bao", 1);
        fixture.register(event, "chi", 1);
        db.sql("UPDATE outreach.event_order SET contact_mail = NULL WHERE contact_mail LIKE 'chi%'")
                .update();
        assertThat(fixture.main(EventFixture.url(event) + "/cancel", Role.STAFF))
                .contains("2 courriels à :", "Sans courriel, à remettre autrement : un destinataire", "attendront");
        MvcTestResult cancelled = pages.as(Role.STAFF).post(EventFixture.url(event) + "/state/CANCELLED");
        assertThat(Pages.notice(cancelled)).contains("event.cancelled.waits", "2", "1");
        assertThat(fixture.main(
                        "/outreach/event/orders/"
                                + db.sql("SELECT id FROM outreach.event_order WHERE contact_mail LIKE 'ana%'")
                                        .query(UUID.class)
                                        .single(),
                        Role.STAFF))
                .contains("Dernier courriel Événement annulé · En attente d’envoi");
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF))
                .containsOnlyOnce("Sans courriel : à joindre autrement");
        carry();
        assertThat(List.of(server.getReceivedMessages()))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getSubject()).startsWith("Annulé"));
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Annulation : Parti le");
        assertThat(fixture.main("/outreach/event", Role.STAFF))
                .as("until its day is over")
                .contains("Annulé");
    }

    private MvcTestResult send(String link, String... fields) {
        return fixture.send(link, form -> {
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private String version(String link) {
        return "version="
                + Pages.parse(pages.asStranger().get(link))
                        .select("input[name=version]")
                        .val();
    }

    private static String text(MvcTestResult answer) {
        return Pages.require(answer).select("main").text().replace('\u00a0', ' ');
    }

    private static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
    }
}
