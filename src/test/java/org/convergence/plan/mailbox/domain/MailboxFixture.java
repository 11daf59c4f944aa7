package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A mailbox, a user with a private address, another user, and mails sent to them. */
@ModuleTest
abstract class MailboxFixture {

    static final String FORWARDED = """
            ---------- Forwarded message ---------
            De : Ana Morales <ana@centrale.example>
            Date : mar. 14 janv. 2025 à 09:12
            Objet : Salle pour la formation
            À : Maryse <maryse@exemple.org>, Luc Roy <luc@ailleurs.example>

            La salle est libre.
            """;

    final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    MailboxReader round;

    @Autowired
    ForwardingAddressService addresses;

    @Autowired
    JdbcClient db;

    Actor maryse = Actor.VISITOR;
    Actor other = Actor.VISITOR;
    String address = "";
    private String mailOfMaryse = "";
    private GreenMailUser box = post.setUser("unused", "unused", "unused");

    @BeforeEach
    void anAddress() throws Exception {
        post.start();
        box = post.setUser("suivi@exemple.org", "suivi", "secret");
        visitors.ensureOrganisation();
        db.sql("DELETE FROM plan.mailbox_message").update();
        db.sql("DELETE FROM directory.exchange").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql(
                        "DELETE FROM directory.people_organisation WHERE id NOT IN (SELECT organisation FROM plan.realisation_organisation)")
                .update();
        db.sql("UPDATE plan.mailbox_round SET uid_validity = 0, last_uid = 0, strangers = 0")
                .update();
        mailOfMaryse = "maryse" + UUID.randomUUID() + "@exemple.org";
        maryse = account(mailOfMaryse);
        other = account("autre" + UUID.randomUUID() + "@exemple.org");
        address = CurrentActor.callAs(maryse, () -> {
            addresses.open();
            return Objects.requireNonNull(addresses.findOwn().address());
        });
    }

    @AfterEach
    void close() {
        post.stop();
    }

    private Actor account(String mail) {
        visitors.createSignInLink("Maryse", mail, Role.STAFF);
        UUID id = db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
        Set<String> may = visitors.actor(Role.STAFF).permissions();
        return new Actor(id, "Maryse", null, "fr", may);
    }

    /** Delivers a mail of these lines to the mailbox. */
    void arrives(String... lines) {
        arrives(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    void arrives(byte[] mail) {
        try {
            box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the mails of the mailbox, whose numbers go on. */
    void emptyBox() throws FolderException {
        post.getManagers().getImapHostManager().getInbox(box).deleteAllMessages();
    }

    /** A mail that the user forwards, in plain text. */
    void forwards(String id, String text) {
        arrives(
                "From: Maryse <" + mailOfMaryse + ">",
                "To: " + address,
                "Message-ID: <" + id + "@exemple.org>",
                "Subject: =?UTF-8?Q?TR=C2=A0:_Salle?=",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                text);
    }

    String mail() {
        return mailOfMaryse;
    }

    void read() {
        round.read(ImapAddress.parse(
                "imap://suivi:secret@127.0.0.1:" + post.getImap().getPort() + "?tls=never"));
    }

    List<String> waiting(Actor who) {
        return open(who, "/plan/mailbox").select("main .rows a").eachText();
    }

    /** The address of the user's only waiting mail. */
    String theOne() {
        return "/plan/mailbox/"
                + db.sql("SELECT id FROM plan.mailbox_message WHERE account = ?")
                        .param(maryse.id())
                        .query(UUID.class)
                        .single();
    }

    Document open(Actor who, String at) {
        MvcTestResult answer = get(who, at);
        assertThat(answer).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    MvcTestResult get(Actor who, String at) {
        return mvc.get().uri(at).with(as(who)).exchange();
    }

    MvcTestResult post(Actor who, String at) {
        return mvc.post().uri(at).with(csrf()).with(as(who)).exchange();
    }

    static RequestPostProcessor as(Actor who) {
        return SecurityMockMvcRequestPostProcessors.authentication(new ActorAuthentication(who));
    }

    boolean allSeen() {
        for (Message each : post.getReceivedMessages()) {
            try {
                if (!each.isSet(jakarta.mail.Flags.Flag.SEEN)) {
                    return false;
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    /** A forwarded mail with a document, a photograph, and an unreadable file. */
    void withAttachments() {
        String pdf = Base64.getMimeEncoder().encodeToString(SampleFiles.pdf());
        String photo = Base64.getMimeEncoder().encodeToString(SampleFiles.photograph(640, 480, 1));
        arrives(
                "From: Maryse <" + mail() + ">",
                "To: " + address,
                "Message-ID: <" + UUID.randomUUID() + "@exemple.org>",
                "Subject: TR: Salle",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=ext",
                "",
                "--ext",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                FORWARDED,
                "--ext",
                "Content-Type: application/octet-stream; name=\"programme.pdf\"",
                "Content-Disposition: attachment; filename=\"programme.pdf\"",
                "Content-Transfer-Encoding: base64",
                "",
                pdf,
                "--ext",
                "Content-Type: image/jpeg; name=\"photo.jpg\"",
                "Content-Disposition: attachment; filename=\"photo.jpg\"",
                "Content-Transfer-Encoding: base64",
                "",
                photo,
                "--ext",
                "Content-Type: application/ms-tnef; name=\"winmail.dat\"",
                "Content-Disposition: attachment; filename=\"winmail.dat\"",
                "Content-Transfer-Encoding: base64",
                "",
                "eJ8+Ig==",
                "--ext--");
    }
}
