package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.Faults;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server that refuses a recipient, or all our letters, for now or for good. */
@ModuleTest
class RefusingServerTest {

    private static final int LETTERS = 5;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private RecipientWords words;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("DELETE FROM platform.mail_bounce").update();
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        SELECT gen_random_uuid(), 'p' || n || '@exemple.org', 'Avis', 'Bonjour', 'test', now(),
                               now() - interval '1 minute' + n * interval '1 millisecond'
                          FROM generate_series(1, ?) AS n""").param(LETTERS).update();
    }

    @ParameterizedTest
    @CsvSource({
        "451 4.3.0 Try again later, QUEUED TRY_LATER",
        "452 4.2.2 Mailbox full, QUEUED TRY_LATER",
        "550 5.7.1 Not from you, QUEUED REFUSED_SENDER",
        "450 4.7.1 Recipient greylisted, QUEUED TRY_LATER",
        "550 5.1.1 No such user, FAILED REFUSED_RECIPIENT"
    })
    void refusalOfOneLetterTouchesNoOther(String reply, String expected) {
        try (MailSink sink = new MailSink(
                (command, to, letters) -> command.equals("RCPT") && to.equals("p2@exemple.org") ? reply : null)) {
            send(sink);
        }
        assertThat(states()).containsExactly("SENT", expected + " 1", "SENT", "SENT", "SENT");
        assertThat(failing()).isZero();
    }

    /** Until then letters to many leave the address out. */
    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void letterThatIsTakenLiftsARefusalUnlessItWasReportedLater(boolean isReported, int marked) {
        try (MailSink sink = new MailSink((command, to, letters) ->
                command.equals("RCPT") && to.equals("p2@exemple.org") ? "550 5.1.1 No such user" : null)) {
            send(sink);
        }
        assertThat(marks()).isOne();
        db.sql("UPDATE platform.mail_bounce SET reported = ?").param(isReported).update();
        db.sql("UPDATE platform.mail_message SET state = 'QUEUED', next_at = now() - interval '1 minute'"
                        + " WHERE recipient = 'p2@exemple.org'")
                .update();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink);
        }
        assertThat(states()).containsOnly("SENT");
        assertThat(marks()).isEqualTo(marked);
    }

    private int marks() {
        return db.sql("SELECT count(*) FROM platform.mail_bounce")
                .query(Integer.class)
                .single();
    }

    /** The third letter shows that the server takes none: the others lose no attempt, and no recipient is called refused. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 4.3.0 System busy, TRY_LATER",
        "MAIL, 553 Sender not allowed, REFUSED_SENDER",
        "RCPT, 530 5.7.0 Authentication required, REFUSED_SENDER",
        "RCPT, 550 5.7.1 Your host is listed, REFUSED_SENDER"
    })
    void serverThatTakesNoLetterIsToldAndLettersWait(String command, String reply, String problem) {
        try (MailSink sink = new MailSink((asked, to, letters) -> asked.equals(command) ? reply : null)) {
            send(sink);
        }
        String tried = "QUEUED " + problem + " 1";
        assertThat(states()).containsExactly(tried, tried, tried, "QUEUED", "QUEUED");
        assertThat(failing()).isOne();
        db.sql("UPDATE platform.mail_message SET next_at = now()").update();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink);
        }
        assertThat(states()).containsOnly("SENT");
    }

    /** Every second letter is too much: they wait without a word against their recipients, and all leave more slowly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "452 4.5.3 Too many recipients",
                "454 Throttling failure: Maximum sending rate exceeded",
                "450 4.7.1 Message rate limit",
                "550 5.4.5 Daily user sending limit exceeded"
            })
    void quotaOfOurProviderSlowsAllLettersAndRefusesNone(String reply) {
        try (MailSink sink = new MailSink((command, to, letters) -> command.equals("RCPT")
                        && List.of("p2@exemple.org", "p4@exemple.org").contains(to)
                ? reply
                : null)) {
            LetterSender sender = senders.sender(TestLetterSender.address(sink.port()), List.of(), null);
            try {
                assertThat(sender.perMinute()).isZero();
                sender.sendDue();
                assertThat(sender.perMinute()).isEqualTo(300);
                assertThat(sender.slowFor()).isLessThanOrEqualTo(Duration.ofHours(1));
                assertThat(new JdbcSendingLimits(
                                        sender, new SendingLimitSettings("", null, 0, null), db, Clock.systemUTC())
                                .explain(words.forLanguage("fr")))
                        .singleElement(STRING)
                        .contains("a demandé de ralentir", "300 lettres");
            } finally {
                sender.close();
            }
        }
        assertThat(states()).containsExactly("SENT", "QUEUED QUOTA 1", "SENT", "QUEUED QUOTA 1", "SENT");
        assertThat(marks()).isZero();
    }

    /** A server without TLS, and one that offers it and refuses: no letter leaves in clear, none loses its place. */
    @ParameterizedTest
    @CsvSource({"250 sink, '', NO_TLS", "'250-sink\r\n250 STARTTLS', 454 4.7.0 TLS not available, TRY_LATER"})
    void noLetterLeavesInClear(String greeting, String refusal, String problem) {
        try (MailSink sink = new MailSink((command, to, letters) ->
                command.equals("EHLO") ? greeting : command.equals("STARTTLS") ? refusal : null)) {
            send("smtp://127.0.0.1:" + sink.port());
            assertThat(sink.count()).isZero();
        }
        assertThat(states()).containsExactly("QUEUED " + problem + " 1", "QUEUED", "QUEUED", "QUEUED", "QUEUED");
    }

    /** Twenty seconds without an answer: before a letter it waits, after it the letter has perhaps left. */
    @Tag(TestTags.SLOW)
    @ParameterizedTest
    @CsvSource({"CONNECT, 0", "., 1"})
    void serverThatStaysSilentHoldsNoRound(String silentAfter, int perhapsSent) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Faults silence = (command, to, letters) -> {
            if (command.equals(silentAfter)) {
                end.join();
            }
            return null;
        };
        try (MailSink sink = new MailSink(silence)) {
            send(sink);
            assertThat(states()).containsExactly("QUEUED NO_CONNECTION 1", "QUEUED", "QUEUED", "QUEUED", "QUEUED");
            assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE cut_off")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(perhapsSent);
        } finally {
            end.complete(null);
        }
    }

    @Test
    void serverThatGreetsWithRefusalRefusesOurLetters() {
        try (MailSink sink =
                new MailSink((command, to, letters) -> command.equals("CONNECT") ? "554 5.7.1 Go away" : null)) {
            send(sink);
        }
        assertThat(states()).startsWith("QUEUED REFUSED_SENDER 1").endsWith("QUEUED");
        assertThat(failing()).isOne();
    }

    @Test
    void serverAtFaultIsTriedForDaysAndFaultyLetterForHours() {
        assertThat(SendingResult.ofConnection(MailDiagnosis.NO_CONNECTION, false)
                        .mostAttempts())
                .isEqualTo(94);
        assertThat(SendingResult.ofFaultyLetter().mostAttempts()).isEqualTo(8);
    }

    private void send(MailSink sink) {
        send(TestLetterSender.address(sink.port()));
    }

    private void send(String url) {
        LetterSender sender = senders.sender(url, List.of(), null);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
    }

    /** The state of each letter; with the reason and the attempts if one failed. */
    private List<String> states() {
        return db.sql("""
                        SELECT concat_ws(' ', state, problem, CASE WHEN problem IS NOT NULL THEN attempts END)
                          FROM platform.mail_message ORDER BY recipient""").query(String.class).list();
    }

    private int failing() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE failing_since IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
