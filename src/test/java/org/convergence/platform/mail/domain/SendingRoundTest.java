package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.ReservedLetter;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.Faults;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which letters a node takes, when, and what it gives up. */
@ModuleTest
class SendingRoundTest {

    @Autowired
    private OutgoingLetterRepository letters;

    @Autowired
    private TestLetterSender senders;

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
        assertThat(letters.reserve(1)).extracting(ReservedLetter::to).containsExactly("screen@exemple.org");
    }

    @Test
    void reservationThatAnotherNodeTookOverClaimsNothing() {
        post("a@exemple.org");
        ReservedLetter lapsed = letters.reserve(1).get(0);
        db.sql("UPDATE platform.mail_message SET next_at = now() - interval '1 second'")
                .update();
        ReservedLetter taken = letters.reserve(1).get(0);
        assertThat(letters.recordAndClaim(null, lapsed)).isEmpty();
        assertThat(letters.recordAndClaim(null, taken)).isPresent();
    }

    @Test
    void lettersReservedBeforeCrashOfDatabaseArePerhapsSent() {
        post("a@exemple.org");
        post("b@exemple.org");
        assertThat(letters.reserve(1)).hasSize(1);
        letters.release(letters.reserve(1));
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

    private void post(String to) {
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        VALUES (gen_random_uuid(), ?, 'Avis', 'Bonjour', 'test', now(), clock_timestamp() - interval '1 minute')
                        """).param(to).update();
    }
}
