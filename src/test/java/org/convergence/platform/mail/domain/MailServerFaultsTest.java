package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.Faults;
import org.convergence.testing.MailSink.ReceivedLetter;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One connection carries all letters, and a server that fails in the middle loses and doubles none. */
@ModuleTest
class MailServerFaultsTest {

    private static final int LETTERS = 20;
    private static final String BAD = "p7@exemple.org";

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("DELETE FROM platform.mail_bounce").update();
    }

    @Test
    void oneConnectionCarriesAllLetters() {
        post(LETTERS);
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink);
            assertThat(sink.count()).isEqualTo(LETTERS);
            assertThat(sink.connections()).isOne();
        }
        assertThat(states()).containsExactly(Map.entry("SENT 1", LETTERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {Faults.CLOSE, "421 4.7.0 Enough for one connection"})
    void connectionClosedBetweenLettersIsOpenedAgain(String reply) {
        post(LETTERS);
        try (MailSink sink =
                new MailSink((command, to, letters) -> command.equals("MAIL") && letters == 5 ? reply : null)) {
            send(sink);
            assertThat(sink.received()).extracting(ReceivedLetter::recipient).doesNotHaveDuplicates();
            assertThat(sink.connections()).isEqualTo(LETTERS / 5);
        }
        assertThat(states()).containsExactly(Map.entry("SENT 1", LETTERS));
        assertThat(bounces()).isZero();
    }

    @Test
    void letterWithoutAnswerIsPerhapsSentAndTheOthersWait() {
        post(LETTERS);
        AtomicInteger lost = new AtomicInteger();
        try (MailSink sink = new MailSink((command, to, letters) ->
                command.equals(".") && to.equals(BAD) && lost.getAndIncrement() == 0 ? Faults.CLOSE : null)) {
            send(sink);
            assertThat(state(BAD)).isEqualTo("PERHAPS_SENT NO_CONNECTION 1");
            assertThat(sink.count()).isEqualTo(7);
            assertThat(states()).containsEntry("SENT 1", 6).containsEntry("WAITING 0", LETTERS - 7);
            dueNow();
            send(sink);
        }
        assertThat(states()).containsEntry("SENT 1", LETTERS - 1).containsEntry("SENT 2", 1);
    }

    @Test
    void connectionLostBeforeTheWholeLetterLeavesNoDoubt() {
        post(LETTERS);
        try (MailSink sink = new MailSink(
                (command, to, letters) -> command.equals("DATA") && to.equals(BAD) ? Faults.CLOSE : null)) {
            send(sink);
        }
        assertThat(state(BAD)).isEqualTo("WAITING NO_CONNECTION 1");
        assertThat(states()).containsEntry("SENT 1", 6).containsEntry("WAITING 0", LETTERS - 7);
    }

    @Test
    void busyServerKeepsLettersWaiting() {
        post(LETTERS);
        try (MailSink sink =
                new MailSink((command, to, letters) -> command.equals("CONNECT") ? "421 4.3.2 Busy" : null)) {
            send(sink);
            assertThat(sink.connections()).isOne();
        }
        assertThat(state("p1@exemple.org")).isEqualTo("WAITING TRY_LATER 1");
        assertThat(state("p2@exemple.org")).as("never tried").isEqualTo("WAITING 0");
        assertThat(states()).containsEntry("WAITING 0", LETTERS - 1);
        assertThat(bounces()).isZero();
    }

    /** Vector 3, its first half. */
    @Test
    void refusalOfOneRecipientTouchesNoOther() {
        post(LETTERS);
        try (MailSink sink = new MailSink(
                (command, to, letters) -> command.equals("RCPT") && to.equals(BAD) ? "550 5.1.1 No such user" : null)) {
            send(sink);
            assertThat(sink.connections()).isOne();
        }
        assertThat(state(BAD)).isEqualTo("REFUSED REFUSED_RECIPIENT 1");
        assertThat(states()).containsEntry("SENT 1", LETTERS - 1);
        assertThat(bounces()).isOne();
    }

    @Test
    void slowServerLeavesLettersWithdrawableAndTextsChangeableUntilTheyLeave() {
        post(LETTERS);
        AtomicInteger most = new AtomicInteger();
        try (MailSink sink = new MailSink((command, to, letters) -> {
            if (command.equals(".")) {
                pause();
                most.accumulateAndGet(sending(), Math::max);
                if (letters == 0) {
                    db.sql("UPDATE platform.mail_message SET state = 'WITHHELD' WHERE recipient = ?")
                            .param("p6@exemple.org")
                            .update();
                    db.sql("UPDATE platform.mail_message SET body = 'Changé' WHERE recipient = ?")
                            .param("p5@exemple.org")
                            .update();
                }
            }
            return null;
        })) {
            send(sink);
            assertThat(sink.received())
                    .extracting(ReceivedLetter::recipient)
                    .hasSize(LETTERS - 1)
                    .doesNotContain("p6@exemple.org");
            assertThat(sink.received())
                    .filteredOn(each -> each.recipient().equals("p5@exemple.org"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.text()).contains("Chang"));
        }
        assertThat(most.get()).as("letters in flight").isOne();
    }

    @Test
    void longRoundHasOneLetterInFlight() {
        post(320);
        AtomicInteger most = new AtomicInteger();
        try (MailSink sink = new MailSink((command, to, sent) -> {
            if (command.equals(".")) {
                most.accumulateAndGet(sending(), Math::max);
            }
            return null;
        })) {
            send(sink);
            assertThat(sink.count()).isEqualTo(320);
        }
        assertThat(most.get()).isOne();
    }

    @Test
    void longLettersAreNotDelayed() {
        post(LETTERS);
        db.sql("UPDATE platform.mail_message SET body = repeat('Bonjour ', 5000)")
                .update();
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink);
            List<ReceivedLetter> letters = sink.received();
            assertThat(IntStream.range(1, LETTERS))
                    .anyMatch(n -> letters.get(n).nanos() - letters.get(n - 1).nanos() < 40_000_000);
        }
    }

    @Test
    void completesTwoLettersAtATimeWhileOthersLeave() {
        post(4);
        db.sql("UPDATE platform.mail_message SET completer = 'test', about = id")
                .update();
        CyclicBarrier pair = new CyclicBarrier(2);
        BodyCompleter completer = completer(() -> {
            try {
                pair.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
        });
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink, completer);
            assertThat(sink.count()).isEqualTo(4);
        }
    }

    @Test
    void letterStaysWithdrawableWhileItIsBeingCompleted() {
        post(3);
        db.sql("UPDATE platform.mail_message SET completer = 'test', about = id WHERE recipient = 'p3@exemple.org'")
                .update();
        Queue<String> meanwhile = new ConcurrentLinkedQueue<>();
        BodyCompleter completer = completer(() -> {
            await().until(() -> state("p1@exemple.org").startsWith("SENT"));
            meanwhile.add(state("p3@exemple.org"));
        });
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink, completer);
            assertThat(sink.count()).isEqualTo(3);
        }
        assertThat(meanwhile).containsExactly("WAITING 0");
    }

    /** The completer “test”, which fills in nothing. */
    private static BodyCompleter completer(Runnable work) {
        return new BodyCompleter() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Map<String, String> complete(UUID subject) {
                work.run();
                return Map.of();
            }
        };
    }

    private void send(MailSink sink, BodyCompleter... completers) {
        LetterSender sender = senders.sender(TestLetterSender.address(sink.port()), List.of(completers), null);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
    }

    private void post(int letters) {
        db.sql("""
                        INSERT INTO platform.mail_message (id, recipient, subject, body, purpose, posted_at, next_at)
                        SELECT gen_random_uuid(), 'p' || n || '@exemple.org', 'Avis', 'Bonjour', 'test', now(),
                               now() - interval '1 minute' + n * interval '1 millisecond'
                          FROM generate_series(1, ?) AS n""").param(letters).update();
    }

    private void dueNow() {
        db.sql("UPDATE platform.mail_message SET next_at = now() WHERE state = 'QUEUED'")
                .update();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int sending() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE state = 'SENDING'")
                .query(Integer.class)
                .single();
    }

    private int bounces() {
        return db.sql("SELECT count(*) FROM platform.mail_bounce WHERE last_at > now() - interval '1 minute'")
                .query(Integer.class)
                .single();
    }

    /** The number of letters in each state, with the attempts so far. */
    private Map<String, Integer> states() {
        return db.sql("""
                        SELECT s.state || ' ' || m.attempts AS state, count(*) AS n
                          FROM platform.mail_letter_status s JOIN platform.mail_message m USING (id) GROUP BY 1""").query((row, n) -> Map.entry(row.getString("state"), row.getInt("n"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String state(String recipient) {
        return db.sql("""
                        SELECT concat_ws(' ', s.state, s.reason, m.attempts)
                          FROM platform.mail_letter_status s JOIN platform.mail_message m USING (id) WHERE m.recipient = ?""").param(recipient).query(String.class).single();
    }
}
