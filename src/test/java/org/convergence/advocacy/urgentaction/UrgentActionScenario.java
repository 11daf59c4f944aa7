package org.convergence.advocacy.urgentaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People of a segment, a mail server, and what users do with an urgent action. */
abstract class UrgentActionScenario {

    private static final Pattern LINK =
            Pattern.compile("http://localhost:8080(/advocacy/urgentaction/link/[\\w-]{43})");
    static final String LIST = "/advocacy/urgentaction";

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    NewsletterFixture fixture;

    @Autowired
    Pages pages;

    @Autowired
    TestLetterSender sender;

    @Autowired
    PublicFormGuard guard;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    private String segment = "";

    @BeforeEach
    void people() {
        server.start();
        for (String table : List.of("link", "sign_on", "update", "target", "text")) {
            db.sql("DELETE FROM advocacy.urgentaction_" + table).update();
        }
        db.sql("DELETE FROM advocacy.urgentaction").update();
        db.sql("DELETE FROM advocacy.dialogue_decision_maker").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "es", "Syndicat A", "Communications"));
        fixture.isPublished(fixture.someone("Bea", "bea@union.example", "fr", "Syndicat B", "Communications"));
        segment = Pages.location(
                        pages.as(Role.STAFF).post("/directory/segment/new", "name=Agir", "c-function=communications"))
                .replaceFirst(".*/", "");
        address("Syndicat A", "bureau@syndicat-a.example");
        address("Syndicat B", "bureau@syndicat-b.example");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    void address(String organisation, String mail) {
        db.sql("""
                        UPDATE directory.people_organisation SET other_names = ARRAY[:other], contact_points = jsonb_build_array(
                            jsonb_build_object('channel', 'MAIL', 'sphere', 'PROFESSIONAL', 'value', :mail, 'label', NULL))
                        WHERE name = :name
                        """)
                .param("other", organisation.replace("Syndicat", "Synd.") + ". du Québec")
                .param("mail", mail)
                .param("name", organisation)
                .update();
    }

    String alert() {
        return Pages.location(pages.as(Role.STAFF).post(LIST + "/new", facts("ORGANISATION", 20)))
                .replaceFirst("/words$", "");
    }

    /** Corrects the alert: how much of the person is told, and the days until the last one. */
    MvcTestResult correct(String url, String degree, int days) {
        String[] facts = facts(degree, days);
        return pages.as(Role.STAFF)
                .post(
                        url + "/edit",
                        Stream.concat(Stream.of("version=" + version(url)), Stream.of(facts))
                                .toArray(String[]::new));
    }

    private String[] facts(String degree, int days) {
        return new String[] {
            "title=Menaces à Cali",
            "partner-new=Unión de Costureras",
            "country=CO",
            "happened=Une déléguée est suivie depuis mardi.",
            "received=" + settings.today(),
            "degree=" + degree,
            "risk=HIGH",
            "expires=" + settings.today().plusDays(days),
            "segment=" + segment
        };
    }

    MvcTestResult write(String url, String story, String... more) {
        return pages.as(Role.STAFF)
                .post(
                        url + "/words",
                        Stream.concat(Stream.of(words(url, story)), Stream.of(more))
                                .toArray(String[]::new));
    }

    private String[] words(String url, String story) {
        return new String[] {
            "version=" + version(url),
            "title-fr=Des couturières menacées",
            "story-fr=" + story,
            "subject-fr=Protégez les couturières",
            "letter-fr=Je vous demande d’agir & vite?",
            "title-es=Costureras amenazadas",
            "story-es=Las costureras piden protección.",
            "subject-es=Proteja a las costureras",
            "letter-es=Le pido que actúe.",
            "name-0=Rosa Ruiz",
            "office-0=Ministra del Trabajo",
            "mail-0=ministra@gob.example",
            "salutation-0=Señora Ministra,"
        };
    }

    MvcTestResult agree(String url) {
        return pages.as(Role.STAFF)
                .post(
                        url + "/consent",
                        "version=" + version(url),
                        "giver=ORGANISATION",
                        "name=La secrétaire générale",
                        "how=au téléphone",
                        "given=" + settings.today(),
                        "until=" + settings.today().plusDays(20));
    }

    String sent() {
        String url = alert();
        assertThat(write(url, "Les couturières demandent une protection.")).hasStatus(303);
        assertThat(agree(url)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(url + "/check")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/send")).hasStatus(303);
        return url;
    }

    String publicUrl(String url) {
        return db.sql(
                        "SELECT '/public/urgent-action/' || year || '-' || number FROM advocacy.urgentaction WHERE id = ?")
                .param(UUID.fromString(url.replaceFirst(".*/", "")))
                .query(String.class)
                .single();
    }

    int version(String url) {
        return db.sql("SELECT version FROM advocacy.urgentaction WHERE id = ?")
                .param(UUID.fromString(url.replaceFirst(".*/", "")))
                .query(Integer.class)
                .single();
    }

    String letterTo(String address) throws Exception {
        for (MimeMessage each : server.getReceivedMessages()) {
            if (each.getAllRecipients()[0].toString().equals(address)) {
                return MailText.plain(each);
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
    }
}
