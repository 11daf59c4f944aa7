package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.domain.NewsletterScheduleRunner;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People of a segment, a mail server, and what a user does with an issue of the newsletter. */
abstract class NewsletterScenario {

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    NewsletterFixture fixture;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers users;

    @Autowired
    JobTestRunner jobs;

    @Autowired
    NewsletterScheduleRunner schedule;

    @Autowired
    TestLetterSender sender;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient db;

    /** A withdrawn address stays withdrawn: each test has its own. */
    final String domain = "union-" + UUID.randomUUID() + ".example";

    String address(String name) {
        return name + "@" + domain;
    }

    String segment = "";
    PersonId ana = new PersonId(new UUID(0, 0));

    @BeforeEach
    void people() {
        server.start();
        fixture.prepare();
        ana = fixture.someone("Ana", address("ana"), "es", "Syndicat A", "Responsable des communications");
        fixture.consents(ana);
        PersonId bao = fixture.someone("Bao", address("bao"), "fr", "Syndicat B", "Communications");
        fixture.consents(bao);
        fixture.isPublished(fixture.someone("Cleo", address("cleo"), "fr", "Syndicat C", "Agente de communication"));
        fixture.someone("Dana", null, "fr", "Syndicat D", "Communication");
        fixture.someone("Emile", address("emile"), "fr", "Syndicat E", "Trésorerie");
        segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Communications", "c-function=communication"));
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.reset();
    }

    MvcTestResult api(String path, String body) {
        return mvc.post()
                .uri("/api/v1/newsletters" + path)
                .with(users.as(Role.STAFF))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    String begin(String... languages) {
        String issue = Pages.location(pages.as(Role.STAFF).post("/outreach/newsletter/new"));
        assertThat(pages.as(Role.STAFF)
                        .post(
                                issue + "/settings",
                                form -> form.field("version", version(issue))
                                        .field("segment", segment.replaceFirst(".*/", ""))
                                        .field("first", languages[0])
                                        .field("others", (Object[])
                                                Arrays.copyOfRange(languages, 1, languages.length))))
                .hasStatus(303);
        db.sql("DELETE FROM outreach.newsletter_block WHERE kind IN ('ARTICLE', 'DATE')")
                .update();
        pages.as(Role.STAFF).post(issue + "/blocks", "kind=ARTICLE");
        pages.as(Role.STAFF).post(issue + "/blocks", "kind=DATE");
        return issue;
    }

    void write(String issue, String kind, String... fields) {
        String url = block(issue, kind);
        int version = db.sql("SELECT version FROM outreach.newsletter_block WHERE id = ?")
                .param(UUID.fromString(url.replaceFirst(".*/", "")))
                .query(Integer.class)
                .single();
        MvcTestResult answer = pages.as(Role.STAFF).post(url, form -> {
            form.field("version", version);
            Arrays.stream(fields).map(each -> each.split("=", 2)).forEach(each -> form.field(each[0], each[1]));
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
    }

    String block(String issue, String kind) {
        return issue + "/blocks/"
                + db.sql("SELECT id FROM outreach.newsletter_block WHERE newsletter = ? AND kind = ?"
                                + " ORDER BY position DESC LIMIT 1")
                        .params(UUID.fromString(issue.replaceFirst(".*/", "")), kind)
                        .query(UUID.class)
                        .single();
    }

    /** Confirms an issue; it leaves at once if nobody else can stop it, as with a mail server. */
    MvcTestResult confirm(String issue) {
        MvcTestResult confirmed = pages.as(Role.STAFF).post(issue + "/send", "version=" + version(issue), "errors=20");
        schedule.run();
        return confirmed;
    }

    int version(String issue) {
        return db.sql("SELECT version FROM outreach.newsletter WHERE id = ?")
                .param(UUID.fromString(issue.replaceFirst(".*/", "")))
                .query(Integer.class)
                .single();
    }

    String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    void carry() {
        CurrentActor.runAs(
                Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
    }

    List<String> recipients() throws Exception {
        return Arrays.stream(server.getReceivedMessages())
                .map(each -> {
                    try {
                        return each.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    MimeMessage received(String address) throws Exception {
        carry();
        for (MimeMessage each : server.getReceivedMessages()) {
            if (each.getAllRecipients()[0].toString().equals(address)) {
                return each;
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    /** The path of the address that stops further letters, from the header that mail programs read. */
    static String stopAddress(MimeMessage message) throws Exception {
        return message.getHeader("List-Unsubscribe")[0].replaceAll("[<>]|http://localhost:8080", "");
    }

    static String html(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(1)
                .getContent()
                .toString();
    }
}
