package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.SendingOutcome;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.Faults;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which letters a node takes, when, and what it gives up. */
@ModuleTest
class SendingRoundTest {

    @Autowired
    private OutgoingLetterRepository letters;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RecipientWords words;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void letterForSomeoneAtAScreenLeavesBeforeAMailing() {
        post("mailing@exemple.org");
        db.sql("UPDATE platform.mail_message SET party = id, topic = 'none', matter = 'x', record_id = id")
                .update();
        post("screen@exemple.org");
        assertThat(letters.reserve(1, false, Set.of()))
                .extracting(ReservedLetter::to)
                .containsExactly("screen@exemple.org");
    }

    @Test
    void reservationThatAnotherNodeTookOverClaimsNothing() {
        post("a@exemple.org");
        ReservedLetter lapsed = letters.reserve(1, false, Set.of()).get(0);
        db.sql("UPDATE platform.mail_message SET next_at = now() - interval '1 second'")
                .update();
        ReservedLetter taken = letters.reserve(1, false, Set.of()).get(0);
        assertThat(letters.recordAndClaim(null, lapsed)).isEmpty();
        assertThat(letters.recordAndClaim(null, taken)).isPresent();
    }

    @Test
    void lettersReservedBeforeCrashOfDatabaseArePerhapsSent() {
        post("a@exemple.org");
        post("b@exemple.org");
        assertThat(letters.reserve(1, false, Set.of())).hasSize(1);
        letters.release(letters.reserve(1, false, Set.of()));
        assertThat(letters.recoverInterrupted()).isZero();
        // What a crash does to an unlogged table.
        db.sql("DELETE FROM platform.mail_database_run").update();
        assertThat(letters.recoverInterrupted()).isOne();
        assertThat(db.sql("SELECT state FROM platform.mail_message ORDER BY recipient")
                        .query(String.class)
                        .list())
                .containsExactly("PERHAPS_SENT", "QUEUED");
        assertThat(letters.recoverInterrupted()).isZero();
    }

    @Test
    void letterOnItsWayWithTheNameOfSealedPersonIsNotQueuedAgain() {
        OutgoingLetter failed = claimNamed("a@exemple.org");
        OutgoingLetter arrived = claimNamed("b@exemple.org");
        transactions.executeWithoutResult(
                tx -> withheld.withhold(UUID.randomUUID(), words -> words.contains("Tlaxcamec")));
        letters.recordAndClaim(new SendingOutcome(failed, SendingResult.ofFaultyLetter()), null);
        letters.recordAndClaim(new SendingOutcome(arrived, SendingResult.SENT), null);
        db.sql("UPDATE platform.mail_message SET next_at = now() - interval '1 hour'")
                .update();
        letters.recoverInterrupted();
        assertThat(db.sql("SELECT state || ' ' || coalesce(problem, '') FROM platform.mail_message ORDER BY recipient")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED mail.withheld.named", "SENT ");
    }

    private OutgoingLetter claimNamed(String to) {
        post(to);
        db.sql("UPDATE platform.mail_message SET body = 'On menace Ximena Tlaxcamec.'")
                .update();
        return letters.recordAndClaim(null, letters.reserve(1, false, Set.of()).get(0))
                .orElseThrow();
    }

    @Test
    void limitOfAMinuteSpreadsLetters() {
        List.of("a", "b", "c", "d").forEach(name -> post(name + "@exemple.org"));
        long begin = System.nanoTime();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            LetterSender sender = senders.sender(TestLetterSender.address(sink.port()), List.of(), 120);
            try {
                sender.sendDue();
            } finally {
                sender.close();
            }
            assertThat(sink.count()).isEqualTo(4);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void limitOfADayHoldsMailingsAndNoLetterThatAPersonAwaits() {
        List.of("a", "b", "c", "d").forEach(name -> post(name + "@exemple.org"));
        asMailing();
        post("screen@exemple.org");
        try (MailSink sink = new MailSink(Faults.NONE)) {
            var limits = new SendingLimitSettings(TestLetterSender.address(sink.port()), null, 2, null);
            assertThat(send(sink, limits)).containsExactly("screen@exemple.org", "a@exemple.org");
            assertThat(untouched()).isEqualTo(3);
            assertThat(explainDay(sink, limits)).contains("limite de 2 lettres en 24 heures atteinte");
            assertThat(explain(sink, limits))
                    .singleElement(STRING)
                    .contains("3 lettres attendent", "au plus 2 en 24 heures", "à partir du");
            post("link@exemple.org");
            assertThat(send(sink, limits)).contains("link@exemple.org").hasSize(3);
            db.sql("UPDATE platform.mail_message SET urgent = true WHERE recipient = 'd@exemple.org'")
                    .update();
            assertThat(send(sink, limits)).as("an alert waits for no limit").contains("d@exemple.org");
            db.sql("UPDATE platform.mail_message SET sent_at = sent_at - interval '25 hours'")
                    .update();
            assertThat(explain(sink, limits)).isEmpty();
            assertThat(send(sink, limits)).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void noticeWithLegalDeadlineLeavesBeforeOrdinaryLettersWithinTheLimit() {
        List.of("a", "b", "c", "d").forEach(name -> post(name + "@exemple.org"));
        asMailing();
        db.sql("UPDATE platform.mail_message SET legal = true WHERE recipient IN ('c@exemple.org', 'd@exemple.org')")
                .update();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            var none = new SendingLimitSettings(TestLetterSender.address(sink.port()), null, 9, null);
            assertThat(explainDay(sink, none)).isEmpty();
            var limits = new SendingLimitSettings(TestLetterSender.address(sink.port()), null, 1, null);
            assertThat(send(sink, limits)).containsExactly("c@exemple.org");
            assertThat(explainDay(sink, limits)).contains("limite de 1 lettre en 24 heures atteinte");
            db.sql("UPDATE platform.mail_message SET sent_at = sent_at - interval '25 hours'")
                    .update();
            assertThat(send(sink, limits)).containsExactly("c@exemple.org", "d@exemple.org");
        }
    }

    @Test
    void limitOfADomainHoldsItsLettersAndNoOthers() {
        List.of("a", "b", "c", "d", "e").forEach(name -> post(name + "@Union.example"));
        post("f@autre.example");
        asMailing();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            var limits = new SendingLimitSettings(TestLetterSender.address(sink.port()), null, 0, 2);
            assertThat(send(sink, limits))
                    .containsExactlyInAnyOrder("a@Union.example", "b@Union.example", "f@autre.example");
            assertThat(untouched()).isEqualTo(3);
            assertThat(explain(sink, limits))
                    .containsExactly(
                            "3 lettres attendent leur tour pour union.example : il en part au plus 2 par minute vers un même domaine.");
        }
    }

    @Test
    void serverOnThisMachineHasNoLimitUnlessOneIsSet() {
        var local = new SendingLimitSettings("smtp://localhost:25?tls=never", null, 0, null);
        assertThat(List.of(local.perMinute(), local.perDay(), local.perDomain()))
                .containsExactly(0, 0, 0);
        var relay = new SendingLimitSettings("smtp://a:b@relay.example:587", null, 0, null);
        assertThat(List.of(relay.perMinute(), relay.perDay(), relay.perDomain()))
                .containsExactly(600, 0, 60);
        assertThatIllegalStateException().isThrownBy(() -> new SendingLimitSettings("", null, -1, null));
    }

    private void asMailing() {
        db.sql("UPDATE platform.mail_message SET matter = 'x', record_id = id").update();
    }

    private List<String> send(MailSink sink, SendingLimitSettings limits) {
        LetterSender sender = senders.limited(TestLetterSender.address(sink.port()), List.of(), limits);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
        return sink.received().stream().map(MailSink.ReceivedLetter::recipient).toList();
    }

    private List<String> explain(MailSink sink, SendingLimitSettings limits) {
        LetterSender sender = senders.limited(TestLetterSender.address(sink.port()), List.of(), limits);
        try {
            return new JdbcSendingLimits(sender, limits, db, clock)
                    .explain(words.forLanguage("fr")).stream()
                            .map(each -> each.replace('\u00a0', ' '))
                            .toList();
        } finally {
            sender.close();
        }
    }

    private String explainDay(MailSink sink, SendingLimitSettings limits) {
        LetterSender sender = senders.limited(TestLetterSender.address(sink.port()), List.of(), limits);
        try {
            return new JdbcSendingLimits(sender, limits, db, clock)
                    .explainDay(words.forLanguage("fr"))
                    .orElse("")
                    .replace('\u00a0', ' ');
        } finally {
            sender.close();
        }
    }

    /** The letters that wait, and of which no attempt was made. */
    private int untouched() {
        return db.sql("""
                        SELECT count(*) FROM platform.mail_message
                         WHERE state = 'QUEUED' AND attempts = 0 AND problem IS NULL""").query(Integer.class).single();
    }

    private void post(String to) {
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (gen_random_uuid(), ?, 'Avis', 'Bonjour', 'test', now(), clock_timestamp() - interval '1 minute')
                        """).param(to).update();
    }
}
