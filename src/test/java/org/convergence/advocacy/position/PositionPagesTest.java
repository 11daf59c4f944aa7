package org.convergence.advocacy.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A position from the draft to the publication. */
@ModuleTest
class PositionPagesTest {

    private static final String LIST = "/advocacy/position";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private Clock clock;

    @BeforeEach
    void noPositions() {
        users.ensureOrganisation();
        db.sql("DELETE FROM advocacy.position_signatory").update();
        db.sql("DELETE FROM advocacy.position_text").update();
        db.sql("DELETE FROM advocacy.position").update();
        db.sql("DELETE FROM directory.secondlook_invitation").update();
    }

    private MvcTestResult write(String url, String body, String... more) {
        return pages.as(Role.STAFF).post(url, form -> {
            form.field("title", "Un salaire viable")
                    .field("kind", "OPEN_LETTER")
                    .field("theme", "Salaires")
                    .field("country", "MX")
                    .field("mandate", "RESOLUTION")
                    .field("mandateText", "AGA-2026-04")
                    .field("mandateOn", settings.today())
                    .field("body-fr", body)
                    .field("signatories-new", "Centrale A");
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    @Test
    void isPublishedOnceAnotherPersonReadThePresentTexts() {
        String url = create("Nous demandons un salaire viable.");
        assertThat(publish(url, settings.today().toString())).as("unread").hasStatus(422);
        assertThat(handOver(url, "fr")).as("unread").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(url + "/read", "readOn=" + settings.today()))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/read", "readOn=" + settings.today()))
                .hasStatus(303);
        assertThat(write(url + "/edit", "D’autres mots, plus justes.", "version=" + version(url)))
                .hasStatus(303);
        assertThat(publish(url, settings.today().toString())).as("other words").hasStatus(422);
        assertThat(main(url)).contains("avant les derniers changements");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/read", "readOn=" + settings.today()))
                .hasStatus(303);
        assertThat(handOver(url, "es")).as("no text in Spanish").hasStatus(404);
        MvcTestResult draft = handOver(url, "fr");
        assertThat(draft).as(Pages.text(draft)).hasStatus(303);
        assertThat(main(String.valueOf(draft.getResponse().getHeader("Location"))))
                .contains("Un salaire viable");
        assertThat(publish(url, settings.today().plusDays(1).toString()))
                .as("in the future")
                .hasStatus(422);
        assertThat(publish(url, settings.today().minusDays(1).toString()))
                .as("before the second look")
                .hasStatus(422);
        int before = realisations();
        assertThat(publish(url, settings.today().toString())).hasStatus(303);
        assertThat(realisations()).isEqualTo(before + 1);
        assertThat(main(url)).contains("Publiée", "AGA-2026-04", "Centrale A", "Notre site");
        assertThat(write(url + "/edit", "Trop tard.", "version=" + version(url)))
                .as("published")
                .hasStatus(422);
        assertThat(main(LIST + "?q=plus justes")).as("by a quote").contains("Un salaire viable");
        assertThat(main(LIST + "?q=salaires&country=MX&kind=OPEN_LETTER")).contains("Un salaire viable");
        assertThat(main(LIST + "?country=HT")).doesNotContain("Un salaire viable");
        assertThat(pages.as(Role.STAFF).post(url + "/take-back")).hasStatus(303);
        assertThat(realisations()).isEqualTo(before);
    }

    @Test
    void aPersonWithoutAccountReadsByLinkAndAnswers() throws Exception {
        String url = create("Nous demandons un salaire viable.");
        assertThat(main("/")).contains("À relire : Un salaire viable");
        assertThat(pages.as(Role.STAFF).open("/").text()).as("the author").doesNotContain("À relire");
        String link = askByLink(url);
        assertThat(main(url)).contains("Dora Roy", "Demandé", "En attente");
        UUID dora = db.sql("SELECT reader FROM directory.secondlook_invitation")
                .query(UUID.class)
                .single();
        UUID author = db.sql("SELECT written_by FROM advocacy.position WHERE read_wording IS NULL")
                .query(UUID.class)
                .single();
        db.sql(
                        "INSERT INTO identity.account (id, version, mail, name, person_id, created_at) VALUES (?, 1, ?, 'Dora', ?, now())")
                .params(author, "dora@union.example", dora)
                .update();
        assertThat(good(link, Pages.require(pages.asStranger().get(link))))
                .as("her own text")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url.replace("/advocacy/", "/directory/secondlook/advocacy."), "reader=" + dora))
                .as("asked to read her own text")
                .hasStatus(422);
        db.sql("DELETE FROM identity.account WHERE id = ?").param(author).update();
        askedDaysAgo(3);
        db.sql("UPDATE advocacy.position SET title = 'Un salaire décent'").update();
        assertThat(main("/")).contains("attendue : Un salaire décent", "Proposé pour");
        askedDaysAgo(31);
        assertThat(main("/")).as("the link is closed").doesNotContain("Relecture attendue");
        askedDaysAgo(3);
        write(url + "/edit", "D’autres mots.", "version=" + version(url));
        Document opened = Pages.require(pages.asStranger().get(link));
        write(url + "/edit", "D’autres mots encore.", "version=" + version(url));
        assertThat(good(link, opened)).as("words that she did not see").hasStatus(422);
        assertThat(good(link, Pages.require(pages.asStranger().get(link)))).hasStatus(303);
        assertThat(main(url)).contains("Dora Roy", "C’est bon", "Noter la publication");
        assertThat(good(link, opened)).as("twice").hasStatus(422);
        assertThat(Pages.text(pages.asStranger().get(link))).contains("Votre réponse est arrivée");
        assertThat(pages.as(Role.COORDINATOR).open("/").text()).doesNotContain("À relire");
        db.sql("UPDATE directory.secondlook_invitation SET state = 'ASKED', wording = '', answered_at = NULL")
                .update();
        assertThat(main("/")).as("read meanwhile").doesNotContain("Relecture attendue");
        write(url + "/edit", "Et enfin ceci.", "version=" + version(url));
        String second = askByLink(url);
        assertThat(pages.asStranger()
                        .post(
                                second + "/comment",
                                form -> form.field("comment", "Trop long.")
                                        .field(
                                                FormShield.OPENED,
                                                guard.shield(
                                                                "second-look",
                                                                clock.instant().minusSeconds(30))
                                                        .opened())))
                .hasStatus(303);
        assertThat(main("/")).contains("Un commentaire de relecture : Un salaire viable");
        Document shown = pages.as(Role.STAFF).open(url);
        assertThat(shown.text()).contains("Trop long.", "Demander un deuxième regard");
        assertThat(pages.as(Role.STAFF).post(shown.select("form[action$=/seen]").attr("action")))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open("/").text()).doesNotContain("Un commentaire de relecture");
        assertThat(pages.asStranger().get("/public/second-look/xxx")).hasStatus(404);
        assertThat(shownAfter("state = 'WITHDRAWN', answered_at = now()", second))
                .contains("a été reprise");
        assertThat(shownAfter("state = 'ASKED', answered_at = NULL, record = gen_random_uuid()", second))
                .contains("Ce texte n’attend plus de relecture");
        assertThat(pages.asStranger().post(second + "/good", "wording=x")).hasStatus(422);
    }

    private String shownAfter(String change, String link) {
        db.sql("UPDATE directory.secondlook_invitation SET " + change).update();
        return Pages.require(pages.asStranger().get(link)).text();
    }

    @Test
    void aSecondLookIsTakenBackWithItsLetter() {
        String url = create("Nous demandons ceci.");
        ask(url);
        String withdraw =
                pages.as(Role.STAFF).open(url).select("form[action$=/withdraw]").attr("action");
        assertThat(pages.as(Role.STAFF).post(withdraw)).hasStatus(303);
        assertThat(main(url)).contains("Retirée").doesNotContain("Retirer la demande");
        assertThat(letterStates()).containsExactly("WITHHELD");
        ask(url);
        pages.as(Role.COORDINATOR).post(url + "/read", "readOn=" + settings.today());
        assertThat(main(url)).as("read by another").contains("Sans objet").doesNotContain("Retirer la demande");
        CurrentActor.runAs(Actor.system("mail"), () -> sender.carry(1));
        assertThat(letterStates()).as("no longer needed").containsExactly("WITHHELD");
    }

    private List<String> letterStates() {
        return db.sql("SELECT state FROM platform.mail_message WHERE purpose = 'secondlook'")
                .query(String.class)
                .list();
    }

    private void askedDaysAgo(int days) {
        db.sql("UPDATE directory.secondlook_invitation SET asked_at = ?")
                .param(clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Asks Dora by the page of a position, and gives the link of her letter. */
    private String askByLink(String url) throws Exception {
        ask(url);
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            CurrentActor.runAs(
                    Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
            Matcher link = Pattern.compile("http://localhost:8080(/public/second-look/[\\w-]{43})")
                    .matcher(MailText.plain(server.getReceivedMessages()[0]));
            assertThat(link.find()).isTrue();
            return link.group(1);
        } finally {
            server.stop();
        }
    }

    private void ask(String url) {
        db.sql("DELETE FROM platform.mail_message").update();
        PersonId dora = people.someone("Dora", "dora@union.example", "fr", "Syndicat D", "Présidence");
        String ask = pages.as(Role.STAFF)
                .open(url)
                .select("a[href^=/directory/secondlook/]")
                .attr("href");
        Document shown = Pages.require(pages.as(Role.STAFF).post(ask, "reader=" + dora.value()));
        assertThat(shown.text()).contains("Dora Roy", "Un texte à relire");
        String confirmed = "confirmed=" + shown.select("button[name=confirmed]").val();
        assertThat(pages.as(Role.STAFF).post(ask, "reader=" + dora.value(), confirmed))
                .hasStatus(303);
    }

    private MvcTestResult good(String link, Document opened) {
        return pages.asStranger()
                .post(
                        link + "/good",
                        "wording=" + opened.select("input[name=wording]").val());
    }

    private String create(String body) {
        return String.valueOf(write(LIST + "/new", body).getResponse().getHeader("Location"));
    }

    private MvcTestResult handOver(String url, String language) {
        return pages.as(Role.STAFF).post(url + "/newsletter", "language=" + language);
    }

    private MvcTestResult publish(String url, String on) {
        return pages.as(Role.STAFF).post(url + "/publish", "on=" + on, "place=Notre site");
    }

    private int realisations() {
        return db.sql(
                        "SELECT count(*) FROM plan.realisation_summary WHERE title = 'Un salaire viable' AND state = 'DONE'")
                .query(Integer.class)
                .single();
    }

    private int version(String url) {
        return db.sql("SELECT version FROM advocacy.position WHERE id = ?")
                .param(UUID.fromString(url.replaceFirst(".*/", "")))
                .query(Integer.class)
                .single();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
