package org.convergence.outreach.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The open forms of the website, and what visitors send by them. */
abstract class WebsiteFormFixture {

    static final Pattern LINK = Pattern.compile("http://localhost:8080(/public/website/confirm/[\\w-]{43})");
    static final String SITE = "https://www.unis.example";

    @Autowired
    NewsletterFixture people;

    @Autowired
    TestUsers users;

    @Autowired
    Pages pages;

    @Autowired
    PublicFormGuard guard;

    @Autowired
    TestLetterSender sender;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    List<RecurringWork> works;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    String network = "";

    @BeforeEach
    void openForms() {
        network = "198.51." + ThreadLocalRandom.current().nextInt(256) + "."
                + ThreadLocalRandom.current().nextInt(256);
        people.prepare();
        db.sql("DELETE FROM outreach.website_letter").update();
        db.sql("DELETE FROM outreach.website_request").update();
        db.sql("DELETE FROM outreach.website_settings").update();
        assertThat(save(
                        "version=0",
                        "subscribe=true",
                        "joining=true",
                        "asking=true",
                        "sites=" + SITE + "/",
                        "aboutFr=On tisse."))
                .hasStatus(303);
    }

    MvcTestResult save(String... fields) {
        return pages.as(Role.COORDINATOR).post("/outreach/website/settings", fields);
    }

    MvcTestResult send(String url, String form, int secondsAgo, String... fields) {
        return pages.asStranger().from(network).post(url, posted -> {
            for (String each : fields) {
                posted.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
            posted.field(
                    FormShield.OPENED,
                    guard.shield(form, clock.instant().minus(Duration.ofSeconds(secondsAgo)))
                            .opened());
        });
    }

    String onlyLink() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            CurrentActor.runAs(
                    Actor.system("mail"), () -> sender.carry(server.getSmtp().getPort()));
            assertThat(server.getReceivedMessages()).hasSize(1);
            String letter = MailText.plain(server.getReceivedMessages()[0]);
            assertThat(letter).as("marks filled in").doesNotContain("[[");
            Matcher link = LINK.matcher(letter);
            assertThat(link.find()).isTrue();
            return link.group(1);
        } finally {
            server.stop();
        }
    }

    long count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    void sweep() {
        works.stream().filter(each -> each.name().equals("website-sweep")).forEach(RecurringWork::run);
    }

    String subscribe(String mail, String... more) throws Exception {
        db.sql("DELETE FROM outreach.website_request").update();
        db.sql("DELETE FROM outreach.website_letter").update();
        db.sql("DELETE FROM platform.mail_message").update();
        String[] fields = Stream.concat(Stream.of("mail=" + mail, "agree=true"), Stream.of(more))
                .toArray(String[]::new);
        assertThat(send("/public/website/subscribe?in=fr", "subscribe", 30, fields))
                .hasStatus(303);
        String link = onlyLink();
        assertThat(pages.asStranger().post(link)).hasStatus(303);
        assertThat(Pages.text(pages.asStranger().get(link))).contains("Merci!");
        return db.sql("SELECT state || coalesce(' ' || person, '') FROM outreach.website_request")
                .query(String.class)
                .single();
    }
}
