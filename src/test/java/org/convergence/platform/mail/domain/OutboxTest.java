package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox against a real SMTP server. */
@ModuleTest
class OutboxTest {

    private static final UUID BROKEN = new UUID(0, 13);

    private final List<LetterSender> opened = new ArrayList<>();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private JdbcOutbox box;

    @Autowired
    private OutgoingLetterRepository letters;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void start() {
        server.start();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @AfterEach
    void stop() {
        opened.forEach(LetterSender::close);
        server.stop();
    }

    @Test
    void sendsLetterAfterCommit() throws Exception {
        post(letter("solange@exemple.org", "Une réunion à Gaspé", "Voilà l’ordre du jour."));
        carrier().sendDue();

        MimeMessage received = onlyMessage();
        assertThat(received.getSubject()).isEqualTo("Une réunion à Gaspé");
        assertThat(MailText.plain(received)).contains("Voilà l’ordre du jour.");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void rolledBackLetterNeverLeaves() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            box.post(letter("a@exemple.org", "Non", "Non"));
            status.setRollbackOnly();
        });
        carrier().sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> box.post(letter("a@exemple.org", "Non", "Non")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void interruptedLetterIsSentAgainUnderSameId() throws Exception {
        post(letter("a@exemple.org", "Bonjour", "Bonjour"));
        carrier().sendDue();
        // The row of a letter after a kill between sending and recording it.
        db.sql("UPDATE platform.mail_message SET state = 'SENDING', next_at = now() - interval '1 second'")
                .update();
        letters.recoverInterrupted();
        assertThat(states()).containsExactly("PERHAPS_SENT");

        carrier().sendDue();
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(OutboxTest::id)
                        .distinct())
                .hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void noSenderTakesLetterThatIsBeingSent() {
        post(letter("a@exemple.org", "Bonjour", "Bonjour"));
        assertThat(senders.claim(1)).hasSize(1);
        assertThat(letters.recoverInterrupted()).isZero();
        assertThat(letters.reserve(1, false, Set.of())).isEmpty();
        assertThat(states()).containsExactly("SENDING");
    }

    @Test
    void erasedNameLeavesBothPartsOfALetter() {
        LetterContent content = new LetterContent("fr-CA", LetterBlock.paragraphs("Merci,\nAna Modèle"));
        post(new Letter("b@exemple.org", "Bonjour", content, "test_letter", null));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> box.forget(List.of(), List.of("Ana Modèle"), "[retiré]"));
        assertThat(db.sql("SELECT concat(subject, body, blocks) FROM platform.mail_message")
                        .query(String.class)
                        .single())
                .contains("[retiré]")
                .doesNotContain("Ana");
    }

    @Test
    void lettersThatLeftAreRecordedWhenTheNextCannotBeClaimed() {
        post(letter("a@exemple.org", "Bonjour", "Bonjour"));
        post(letter("b@exemple.org", "Bonjour", "Bonjour"));
        JdbcOutbox.MailingMember member = new JdbcOutbox.MailingMember(BROKEN, BrokenSendingRule.TOPIC);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> box.post(letter("c@exemple.org", "Bonjour", "Bonjour"), member));
        assertThatThrownBy(() -> carrier().sendDue()).isInstanceOf(IllegalStateException.class);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(states()).containsExactly("SENT", "SENT", "QUEUED");
    }

    @Test
    void letterWaitsWithReasonWhenServerIsAway() {
        post(letter("a@exemple.org", "Bonjour", "Bonjour"));
        LetterSender carrier = carrier();
        server.stop();
        carrier.sendDue();
        assertThat(states()).containsExactly("QUEUED");
        assertThat(db.sql("SELECT problem FROM platform.mail_message")
                        .query(String.class)
                        .single())
                .isEqualTo("NO_CONNECTION");
    }

    @Test
    void preventsHeaderInjection() throws Exception {
        post(letter("a@exemple.org", "Bonjour\r\nBcc: b@exemple.org", "Bonjour"));
        carrier().sendDue();
        assertThat(onlyMessage().getHeader("Bcc")).isNull();
        assertThatThrownBy(() -> post(letter("a@exemple.org, b@exemple.org", "x", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void completesTextAtSending() throws Exception {
        UUID about = UUID.randomUUID();
        post(new Letter("a@exemple.org", "Lien", "Ici : [[link]]", "test", new Letter.Completion("test", about)));
        carrier().sendDue();
        assertThat(GreenMailUtil.getBody(onlyMessage())).contains("secret-of-" + about);
        assertThat(db.sql("SELECT body FROM platform.mail_message")
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
    }

    @Test
    void connectionTestGivesDiagnosis() {
        assertThat(tried(carrier())).isEqualTo(MailDiagnosis.WORKS);
        assertThat(tried(carrier("smtp://127.0.0.1:1?tls=never"))).isEqualTo(MailDiagnosis.NO_CONNECTION);
        assertThat(tried(carrier("smtp://127.0.0.1:" + server.getSmtp().getPort())))
                .isEqualTo(MailDiagnosis.NO_TLS);
        assertThat(tried(carrier("smtp://nowhere.invalid:25?tls=never"))).isEqualTo(MailDiagnosis.UNKNOWN_HOST);
        assertThat(tried(carrier(""))).isEqualTo(MailDiagnosis.NOT_SET);
    }

    @Test
    void incompletableLetterBlocksNoOtherAndIsGivenUp() {
        post(new Letter("a@exemple.org", "Lien", "[[link]]", "test", new Letter.Completion("test", BROKEN)));
        post(letter("b@exemple.org", "Bonjour", "Bonjour"));
        for (int round = 0; round < SendingResult.ofFaultyLetter().mostAttempts(); round++) {
            carrier().sendDue();
            db.sql("UPDATE platform.mail_message SET next_at = now() WHERE state <> 'SENT'")
                    .update();
        }
        assertThat(states()).containsExactly("FAILED", "SENT");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void letterInterruptedTwiceIsGivenUp() {
        post(letter("a@exemple.org", "Bonjour", "Bonjour"));
        for (int round = 0; round < 2; round++) {
            assertThat(senders.claim(1)).as("round %d", round).hasSize(1);
            db.sql("UPDATE platform.mail_message SET next_at = now() - interval '1 second'")
                    .update();
            letters.recoverInterrupted();
        }
        assertThat(states()).containsExactly("FAILED");
    }

    private MailDiagnosis tried(LetterSender carrier) {
        MailDiagnosis[] diagnosis = new MailDiagnosis[1];
        CurrentActor.runAs(
                Actor.system("test"), () -> diagnosis[0] = carrier.sendTest("a@exemple.org", "Essai", "Essai"));
        return diagnosis[0];
    }

    private LetterSender carrier() {
        return carrier("smtp://127.0.0.1:" + server.getSmtp().getPort() + "?tls=never");
    }

    private LetterSender carrier(String url) {
        BodyCompleter completer = new BodyCompleter() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Map<String, String> complete(UUID subject) {
                if (subject.equals(BROKEN)) {
                    throw new org.convergence.platform.database.NotFound("account");
                }
                return Map.of("link", "secret-of-" + subject);
            }
        };
        LetterSender sender = senders.sender(url, List.of(completer), null);
        opened.add(sender);
        return sender;
    }

    private void post(Letter letter) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> box.post(letter));
    }

    private static Letter letter(String to, String subject, String text) {
        return new Letter(to, subject, text, "test", null);
    }

    private MimeMessage onlyMessage() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> states() {
        return db.sql("SELECT state FROM platform.mail_message ORDER BY posted_at")
                .query(String.class)
                .list();
    }
}
