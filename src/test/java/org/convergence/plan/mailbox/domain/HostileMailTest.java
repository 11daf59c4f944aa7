package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.convergence.testing.TestDatabase;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Invalid, too large or malicious mails: each becomes a row, and none stops the run. */
class HostileMailTest extends MailboxFixture {

    @Autowired
    private MailReceiver takingIn;

    @Autowired
    private MailboxPositionRepository book;

    @Autowired
    private TestDatabase database;

    @Test
    void removesActiveAndRemoteContent() {
        arrives(
                "From: " + mail(),
                "To: " + address,
                "Message-ID: <script@x>",
                "Subject: <script>alert(0)</script>",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<p>Bonjour</p><script>alert(1)</script><img src='http://pisteur.example/p.gif' onerror=alert(2)>"
                        + "<iframe src='http://pisteur.example'></iframe><p>Merci &lt;b&gt;</p>");
        read();
        Document page = open(maryse, theOne());
        assertThat(page.select("textarea[name=text]").text()).isEqualTo("Bonjour\n\nMerci <b>");
        assertThat(page.select("h1 script, main img, main iframe")).isEmpty();
        assertThat(page.html()).doesNotContain("pisteur");
    }

    @Test
    void reportsMailOfFortyMegabytesWithoutReadingIt() {
        byte[] head = ("From: " + mail() + "\r\nTo: " + address + "\r\nMessage-ID: <grand@x>\r\nSubject: Vidéo\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(head, 40_000_000);
        Arrays.fill(large, head.length, large.length, (byte) 'a');
        for (int at = head.length; at < large.length; at += 78) {
            large[at] = '\n';
        }
        arrives(large);
        forwards("apres", FORWARDED);
        read();
        assertThat(open(maryse, "/plan/mailbox").select("main .rows").text()).contains("Trop volumineux", "Vidéo");
        assertThat(waiting(maryse)).hasSize(2);
        assertThat(db.sql("SELECT length(body) FROM plan.mailbox_message WHERE state = 'TOO_LARGE'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void storesRepeatedMailOnceEvenWithoutId() {
        forwards("double", FORWARDED);
        forwards("double", FORWARDED);
        String[] nameless = {"From: " + mail(), "To: " + address, "Subject: Sans identité", "", "Bonjour"};
        arrives(nameless);
        arrives(nameless);
        read();
        assertThat(waiting(maryse)).containsExactlyInAnyOrder("Salle pour la formation", "Sans identité");
        // The server resets its UIDs: every mail is read once more.
        db.sql("UPDATE plan.mailbox_round SET uid_validity = 1").update();
        read();
        assertThat(waiting(maryse)).hasSize(2);
    }

    @Test
    void limitsNestedAndBrokenParts() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        arrives(("From: " + mail() + "\r\nTo: " + address + "\r\nMessage-ID: <profond@x>\r\nSubject: Profond\r\n" + deep
                        + "\r\nBonjour")
                .getBytes(StandardCharsets.UTF_8));
        arrives(
                "From: " + mail(),
                "To: " + address,
                "Message-ID: <casse@x>",
                "Subject: =?UTF-9?Q?Cass=E9?=",
                "Content-Type: multipart/mixed; boundary=",
                "Date: hier",
                "",
                "--",
                "Content-Type: text/plain; charset=martien",
                "Content-Transfer-Encoding: base64",
                "",
                "%%%%");
        forwards("apres", FORWARDED);
        read();
        assertThat(waiting(maryse)).hasSize(3).contains("Profond", "Salle pour la formation");
    }

    @Test
    void attachedMailIsTheForwardedMail() {
        arrives(
                "From: " + mail(),
                "To: " + address,
                "Message-ID: <joint@x>",
                "Subject: Fwd: Appui",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=ext",
                "",
                "--ext",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Pour information.",
                "--ext",
                "Content-Type: message/rfc822",
                "",
                "From: =?ISO-8859-1?Q?Andr=E9_Roy?= <andre@syndicat.example>",
                "To: " + mail(),
                "Date: Wed, 5 Feb 2025 23:50:00 -0500",
                "Subject: =?utf-8?B?QXBwdWkgw6AgbGEgZ3LDqHZl?=",
                "Content-Type: text/plain; charset=ISO-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Lettre jointe, merci =E0 vous.",
                "--ext--");
        read();
        Document page = open(maryse, theOne());
        assertThat(page.select("h1").text()).isEqualTo("Appui à la grève");
        assertThat(page.select("input[name=day]").val()).isEqualTo("2025-02-05");
        assertThat(page.select("main").text()).contains("André Roy");
        assertThat(page.select("textarea[name=text]").text())
                .isEqualTo("Pour information.\n\nLettre jointe, merci à vous.");
    }

    @Test
    void readsMailAgainWhenTheDatabaseWasBusy() throws SQLException {
        arrives(
                "From: " + mail(),
                "To: " + address,
                "Message-ID: <occupe@x>",
                "Subject: Salle",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=ext",
                "",
                "--ext",
                "Content-Type: text/plain; name=ordre.txt",
                "Content-Disposition: attachment; filename=ordre.txt",
                "",
                "Ordre du jour",
                "--ext--");
        asOwner("""
                CREATE FUNCTION public.busy() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = 'lock_not_available'; END $$""");
        asOwner(
                "CREATE TRIGGER busy BEFORE INSERT ON plan.mailbox_document FOR EACH ROW EXECUTE FUNCTION public.busy()");
        try {
            assertThatThrownBy(this::read).isInstanceOf(DataAccessException.class);
        } finally {
            asOwner("DROP FUNCTION public.busy CASCADE");
        }
        assertThat(waiting(maryse)).isEmpty();
        read();
        assertThat(open(maryse, theOne()).select("main").text()).contains("ordre.txt");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.owner().connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void setsUnreadableMailAsideAndReadsTheNext() throws Exception {
        var session = Session.getInstance(new Properties());
        var place = new MailboxPositionRepository.MailPosition(1, 1);
        String head = "From: " + mail() + "\r\nTo: " + address + "\r\nMessage-ID: <chute@x>\r\nSubject: Chute\r\n\r\n";
        var bytes = new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8));
        takingIn.receive(
                new MimeMessage(session, bytes) {
                    @Override
                    public void writeTo(OutputStream out) {
                        throw new IllegalStateException("Secret");
                    }
                },
                place,
                session);
        assertThat(open(maryse, "/plan/mailbox").select("main .rows").text()).contains("Illisible", "Chute");
        assertThat(book.lastUid(place.validity())).isEqualTo(place.uid());
        forwards("apres", FORWARDED);
        read();
        assertThat(waiting(maryse)).hasSize(2).contains("Salle pour la formation");
    }
}
