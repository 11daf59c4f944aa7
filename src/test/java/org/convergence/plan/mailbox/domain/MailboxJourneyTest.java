package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two mails are forwarded from a telephone: one becomes an exchange on an organisation's page, one a realisation. */
@JourneyTest
class MailboxJourneyTest {

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private MailboxReader round;

    @Autowired
    private JdbcClient db;

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void open() {
        post.start();
    }

    @AfterEach
    void close() {
        post.stop();
    }

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void sortsForwardedMailInAFewActions(BrowserLook look) throws Exception {
        Page page = traveller.signIn(look, Role.STAFF);
        var pictures = new JourneyScreenshots(page, look, "mailbox");
        String mail = db.sql("SELECT mail FROM identity.account ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .single();
        page.navigate(traveller.urlOf("/plan/mailbox"));
        pictures.checkAndSave("closed");
        page.locator("form[action='/plan/mailbox/address'] button").click();
        page.locator("main .letter").waitFor();
        pictures.checkAndSave("open");
        String address = page.locator("main .letter").textContent().strip();
        GreenMailUser box = post.setUser("suivi@exemple.org", "suivi", "secret");
        forward(box, mail, address, "Salle pour la formation", false);
        forward(box, mail, address, "Atelier du 14 janvier", true);
        round.read(ImapAddress.parse(
                "imap://suivi:secret@127.0.0.1:" + post.getImap().getPort() + "?tls=never"));

        page.navigate(traveller.urlOf("/"));
        pictures.checkAndSave("today");
        page.navigate(traveller.urlOf("/plan/mailbox"));
        pictures.checkAndSave("waiting");
        page.locator("main .rows a", new Page.LocatorOptions().setHasText("Salle"))
                .click();
        pictures.checkAndSave("mail");
        page.locator("input[name=organisations-typed]").fill("Centrale du voyage");
        page.locator("[data-found] li[role=option]").first().click();
        page.locator("form[action$='/exchange'] button.main").click();
        page.waitForURL("**/directory/exchange/*");
        pictures.checkAndSave("exchange");
        page.locator("main a[href^='/directory/people/organisations/']").first().click();
        assertThat(page.locator("main").textContent()).contains("Salle pour la formation");
        pictures.checkAndSave("organisation");

        page.navigate(traveller.urlOf("/plan/mailbox"));
        page.locator("main .rows a").first().click();
        page.locator("main a[href*=draft]").click();
        assertThat(page.locator("input[name=title]").inputValue()).isEqualTo("Atelier du 14 janvier");
        pictures.checkAndSave("done");
        page.locator(".gestures.save button.main").click();
        page.waitForURL("**/plan/mailbox");
        assertThat(page.locator("main .rows a").count()).isZero();
        assertThat(db.sql("SELECT count(*) FROM plan.realisation_document")
                        .query(Long.class)
                        .single())
                .isPositive();
        page.context().close();
    }

    private static void forward(GreenMailUser box, String from, String to, String subject, boolean file)
            throws Exception {
        String text = String.join(
                "\r\n",
                "From: " + from,
                "To: " + to,
                "Message-ID: <" + UUID.randomUUID() + "@exemple.org>",
                "Subject: TR: " + subject,
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=ext",
                "",
                "--ext",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "De : Ana Morales <ana@centrale.example>",
                "Date : 14 janv. 2025 09:12",
                "Objet : " + subject,
                "",
                "La salle est libre.",
                file ? attached() : "",
                "--ext--");
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String attached() {
        return String.join(
                "\r\n",
                "--ext",
                "Content-Type: application/pdf; name=\"programme.pdf\"",
                "Content-Disposition: attachment; filename=\"programme.pdf\"",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(SampleFiles.pdf()));
    }
}
