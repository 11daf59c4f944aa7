package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A kit from its text to the evidence of its relays. */
@ModuleTest
class RelayPagesTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/outreach/relay/link/[\\w-]{43})");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private String kit = "";

    @BeforeEach
    void kit() {
        server.start();
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        PersonId ana = fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications");
        fixture.isPublished(ana);
        PersonId bao = fixture.someone("Bao", "bao@union.example", "es", "Syndicat B", "Communications");
        fixture.isPublished(bao);
        fixture.isPublished(fixture.someone("Cleo", "cleo@union.example", "fr", "Syndicat A", "Communications"));
        fixture.someone("Dana", "dana@union.example", "fr", "Syndicat D", "Communications");
        String segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Bulletins", "c-function=communications"));
        kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.\n\nParlez-en.",
                        "licence=Libre de reprise",
                        "before=" + settings.today().plusDays(10),
                        "segment=" + segment.replaceFirst(".*/", "")));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void eachUnionGetsOneKitAndSaysByLinkThatItIsPublished() throws Exception {
        assertThat(main(kit + "/send")).contains("Aucun consentement noté", "Un chandail sur dix");
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        carry();
        assertThat(server.getReceivedMessages()).as("one for each union").hasSize(2);
        MimeMessage first = server.getReceivedMessages()[0];
        assertThat(first.getSubject().replace('\u00a0', ' ')).isEqualTo("Pour votre bulletin : Salaire viable");
        String text = MailText.plain(first);
        assertThat(text).contains("Un chandail sur dix.", "Libre de reprise", "À publier avant");
        assertThat(text).doesNotContain("[[");
        String link = link(text);
        assertThat(pages.asStranger().open(link).html()).contains("Où en êtes-vous?");
        assertThat(pages.asStranger().open(link).select("[checked]")).isEmpty();
        assertThat(main(kit)).contains("Pas encore publiée", "lettres à 2 organisations", "son texte ne change plus");

        assertThat(answer(link, "DECLARED", "channel=Bulletin", "circulation=4200"))
                .hasStatus(303);
        assertThat(main(kit))
                .contains("Syndicat A", "Déclaré publié", "Bulletin", "4 200 exemplaires, selon l’organisation le");
        assertThat(main(kit)).as("who did not relay").doesNotContain("Syndicat B");
        assertThat(db.sql("SELECT replace(title, chr(160), ' ') FROM plan.realisation_summary WHERE state = 'DONE'")
                        .query(String.class)
                        .list())
                .contains("Relayé par Syndicat A : Salaire viable");
        assertThat(pages.as(Role.STAFF).post(kit + "/send"))
                .as("nobody gets it twice")
                .hasStatus(422);
        assertThat(main("/directory/people/organisations/" + organisation("Syndicat A")))
                .contains("Relais publiés", "Salaire viable");
        String relay = kit + "/relays/" + relay("Syndicat A");
        assertThat(pages.as(Role.STAFF).post(relay + "/seen", "url=https://union.example/bulletin"))
                .hasStatus(303);
        assertThat(answer(link, "DECLARED", "circulation=5100")).hasStatus(303);
        assertThat(main(kit)).as("it alone knows").contains("Vu", "5 100 exemplaires, selon l’organisation le");
        db.sql("UPDATE outreach.relay SET circulation_on = '2026-01-05' WHERE circulation = 5100")
                .update();
        answer(link, "DECLARED", "circulation=5100");
        assertThat(main(kit)).as("nothing new").contains("selon l’organisation le 5 janvier 2026");
        assertThat(answer(link, "DECLINED")).as("evidence is not lost").hasStatus(422);
        assertThat(answer(link(MailText.plain(server.getReceivedMessages()[1])), "TAKEN"))
                .hasStatus(303);
        assertThat(main(kit) + main("/outreach/relay")).contains("Syndicat B", "Retenu", "2 partis", "Publiée par 1");
    }

    @Test
    void refusesWrongAnswersAndLateLetters() throws Exception {
        pages.as(Role.STAFF).post(kit + "/send");
        db.sql("UPDATE outreach.relay_kit SET publish_before = DATE '2020-01-01'")
                .update();
        carry();
        assertThat(server.getReceivedMessages()).as("the day is over").isEmpty();
        assertThat(pages.asStranger().get("/outreach/relay/link/" + "x".repeat(43)))
                .hasStatus(404);
        assertThat(pages.as(Role.STAFF).post("/outreach/relay/new", "title=Sans texte", "url=javascript:alert(1)"))
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).post(kit + "/send")).hasStatus(403);
    }

    @Test
    void noFutureDayAndNoStateOfOursByLink() throws Exception {
        pages.as(Role.STAFF).post(kit + "/send");
        carry();
        String link = link(MailText.plain(server.getReceivedMessages()[0]));
        LocalDate tomorrow = settings.today().plusDays(1);
        assertThat(answer(link, "DECLARED", "on=" + tomorrow)).hasStatus(422);
        assertThat(answer(link, "KEPT")).hasStatus(422);
        assertThat(answer(link, "DECLARED", "url=javascript:alert(1)")).hasStatus(422);
    }

    @Test
    void countsWhatWasSentAndThanksForGoodAnswersOnly() throws Exception {
        pages.as(Role.STAFF).post(kit + "/send");
        carry();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                kit + "/answer",
                                "organisation=" + organisation("Syndicat D"),
                                "answer=DECLARED",
                                "on=" + settings.today()))
                .hasStatus(303);
        assertThat(main(kit)).contains("Syndicat D", "Publiée par 1 organisation · lettres à 2 organisations");
        String link = link(MailText.plain(server.getReceivedMessages()[0]));
        answer(link, "DECLARED");
        assertThat(Pages.text(pages.asStranger().get(link))).contains("Merci!");
        MvcTestResult refused = answer(link, "DECLARED", "url=javascript:alert(1)");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).doesNotContain("Merci!");
    }

    @Test
    void kitBeginsWithATextAndItsRelaysComeBackToTheIssue() throws Exception {
        String issue = Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"));
        db.sql("UPDATE outreach.newsletter SET segment = (SELECT segment FROM outreach.relay_kit)")
                .update();
        String subject = db.sql(
                        "SELECT id FROM outreach.newsletter_block WHERE newsletter::text = ? AND kind = 'SUBJECT'")
                .param(issue.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
        write(issue + "/blocks/" + subject, "title-fr=Nouvelles");
        String block = Pages.location(pages.as(Role.STAFF).post(issue + "/blocks", "kind=ARTICLE"));
        MvcTestResult written = write(block, "title-fr=La cantine", "body-fr=Elle ouvre lundi.");
        assertThat(written).as(Pages.text(written)).hasStatus(303);
        String begin = pages.as(Role.STAFF)
                .open(issue)
                .select("a[href*=/outreach/relay/new?from=]:contains(bulletins)")
                .attr("href");
        assertThat(pages.as(Role.STAFF)
                        .open(begin)
                        .select("[name=title], [name=body]")
                        .eachAttr("value"))
                .contains("La cantine");
        for (String wrong : new String[] {"x", "outreach.newsletter/" + subject, "platform.mail/" + subject}) {
            assertThat(pages.as(Role.STAFF)
                            .open("/outreach/relay/new?from=" + wrong)
                            .select("[name=title]")
                            .val())
                    .as(wrong)
                    .isEmpty();
        }
        String from = begin.replaceFirst(".*from=", "").replace("%2F", "/");
        assertThat(pages.as(Role.STAFF).post("/outreach/relay/new", "title=A", "body=B", "from=autre"))
                .hasStatus(422);
        kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=La cantine",
                        "body=Elle ouvre lundi.",
                        "segment="
                                + db.sql("SELECT segment FROM outreach.relay_kit")
                                        .query(String.class)
                                        .single(),
                        "from=" + from));
        pages.as(Role.STAFF).post(kit + "/send");
        carry();
        String link = link(MailText.plain(server.getReceivedMessages()[0]));
        answer(link, "DECLARED", "url=https://union.example/cantine");
        assertThat(Pages.text(pages.asStranger().get(link)))
                .as("each sees its own")
                .contains("Ce que Syndicat A a relayé");
        assertThat(Pages.text(pages.asStranger().get(link(MailText.plain(server.getReceivedMessages()[1])))))
                .doesNotContain("a relayé");
        assertThat(main(Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"))))
                .contains("Ce que vos organisations ont publié", "Syndicat A : La cantine", "union.example/cantine")
                .doesNotContain("Relayé par");
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere", "day=" + settings.today()))
                .hasStatus(303);
        assertThat(main(issue)).contains("Organisations qui ont relayé « La cantine » 1");
    }

    private MvcTestResult write(String block, String... values) {
        return pages.as(Role.STAFF).post(block, form -> {
            form.field("version", 1);
            for (String each : values) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    @Test
    void linkEndsWithItsPerson() throws Exception {
        pages.as(Role.STAFF).post(kit + "/send");
        carry();
        String link = link(MailText.plain(server.getReceivedMessages()[0]));
        assertThat(pages.asStranger().get(link)).hasStatusOk();
        db.sql("UPDATE outreach.relay SET person = NULL").update();
        assertThat(pages.asStranger().get(link)).as("as erasing does").hasStatus(404);
    }

    private MvcTestResult answer(String link, String state, String... more) {
        return pages.asStranger().post(link, form -> {
            form.field("answer", state)
                    .field(
                            FormShield.OPENED,
                            guard.shield("relay", Instant.now().minusSeconds(30))
                                    .opened());
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private String organisation(String name) {
        return db.sql("SELECT id FROM directory.people_organisation WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private String relay(String organisation) {
        return db.sql(
                        "SELECT r.id FROM outreach.relay r JOIN directory.people_organisation o ON o.id = r.organisation WHERE o.name = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
    }
}
