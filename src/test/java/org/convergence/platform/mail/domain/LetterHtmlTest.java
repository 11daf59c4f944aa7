package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.AmountRow;
import org.convergence.platform.mail.LetterBlock.BulletItem;
import org.convergence.platform.mail.LetterContent;
import org.convergence.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A letter written once arrives as plain text and as HTML, with the same facts in both. */
@ModuleTest
class LetterHtmlTest {

    private static final LetterContent ALL_BLOCKS = new LetterContent(
            "en-CA",
            List.of(
                    new LetterBlock.LetterParagraph("Hello <b>Ana Roy</b>,\nsee https://exemple.org/a?b=1&c=2."),
                    new LetterBlock.LetterSubheading("Facts & figures"),
                    new LetterBlock.Bullets(List.of(
                            new BulletItem("A walk", null), new BulletItem("A talk", "https://exemple.org/talk"))),
                    new LetterBlock.AmountTable(
                            List.of(new AmountRow("Invoice", "F-1"), new AmountRow("To pay", "[[balance]]")), null),
                    new LetterBlock.Button("Open", "[[link]]"),
                    new LetterBlock.Button("Not a web address", "data:text/html,1"),
                    new LetterBlock.QuietNote("It works once."),
                    new LetterBlock.Signature("Solidarité"),
                    new LetterBlock.SenderFooter(
                            "Sent by us\n1 rue\n514 555-0199", "To stop:", "Unsubscribe", "[[stop]]")));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private JdbcOutbox box;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void start() {
        server.start();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** The two parts of a message. */
    private record Parts(String plain, Document html) {}

    @Test
    void bothPartsSayTheSameFacts() throws Exception {
        Parts parts = send(letter(ALL_BLOCKS));
        String seen = parts.html().body().text();
        for (String fact : List.of(
                "Hello <b>Ana Roy</b>,",
                "Facts & figures",
                "A walk",
                "A talk",
                "F-1",
                "75,00 $",
                "It works once.",
                "Solidarité",
                "1 rue",
                "514 555-0199",
                "To stop:")) {
            assertThat(parts.plain()).contains(fact);
            assertThat(seen).contains(fact);
        }
        assertThat(parts.html().select("a").eachAttr("href"))
                .containsExactly(
                        "https://exemple.org/a?b=1&c=2",
                        "https://exemple.org/talk",
                        "https://exemple.org/secret",
                        "",
                        "https://exemple.org/stop");
        assertThat(parts.plain())
                .contains("https://exemple.org/secret", "https://exemple.org/talk", "https://exemple.org/stop");
    }

    @Test
    void htmlEscapesTextAndNamesItsLanguage() throws Exception {
        Document html = send(letter(ALL_BLOCKS)).html();
        assertThat(html.select("b, script")).isEmpty();
        assertThat(html.select("html").attr("lang")).isEqualTo("en-CA");
        assertThat(html.select("img, link, script, iframe"))
                .as("nothing is loaded")
                .isEmpty();
    }

    @Test
    void outboxHoldsNoSecretAndErasureReachesBlocks() {
        transactions.executeWithoutResult(tx -> box.post(letter(ALL_BLOCKS)));
        assertThat(stored()).contains("Ana Roy", "[[link]]").doesNotContain("secret");
        transactions.executeWithoutResult(tx -> box.forget(List.of("x@exemple.org"), List.of("Ana Roy"), "[retiré]"));
        assertThat(stored()).contains("[retiré]").doesNotContain("Ana Roy");
    }

    @Test
    void plainLetterGetsParagraphsListsAndButtons() throws Exception {
        String text = """
                Bonjour à vous,

                Deux choses
                – Une marche
                  https://exemple.org/marche
                – Un atelier

                Ouvrir la page :
                https://exemple.org/page

                —
                Envoyé par nous
                https://exemple.org/stop""";
        Parts parts = send(new Letter("a@exemple.org", "Nouvelles", text, "test", null));
        assertThat(parts.plain().strip()).isEqualToNormalizingNewlines(text);
        Document html = parts.html();
        assertThat(html.select("html").attr("lang")).isEqualTo("fr-CA");
        assertThat(html.select("li").eachText()).containsExactly("Une marche", "Un atelier");
        assertThat(html.select("li a").attr("href")).isEqualTo("https://exemple.org/marche");
        assertThat(html.select("a.button").eachText()).containsExactly("Ouvrir la page");
        assertThat(html.select("p.muted a").attr("href")).isEqualTo("https://exemple.org/stop");
    }

    private static Letter letter(LetterContent content) {
        return new Letter("a@exemple.org", "Facts", content, "test", new Letter.Completion("test", UUID.randomUUID()));
    }

    private String stored() {
        return db.sql("SELECT concat(body, blocks) FROM platform.mail_message")
                .query(String.class)
                .single();
    }

    private Parts send(Letter letter) throws Exception {
        transactions.executeWithoutResult(tx -> box.post(letter));
        LetterSender sender = senders.sender(
                TestLetterSender.address(server.getSmtp().getPort()), List.of(new FixedCompleter()), null);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
        MimeMessage message = server.getReceivedMessages()[0];
        MimeMultipart both = (MimeMultipart) message.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        return new Parts((String) both.getBodyPart(0).getContent(), Jsoup.parse((String)
                both.getBodyPart(1).getContent()));
    }

    private static final class FixedCompleter implements BodyCompleter {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Map<String, String> complete(UUID subject) {
            return Map.of(
                    "link", "https://exemple.org/secret", "balance", "75,00 $", "stop", "https://exemple.org/stop");
        }
    }
}
