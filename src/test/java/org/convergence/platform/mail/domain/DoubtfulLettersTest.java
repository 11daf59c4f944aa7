package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BounceMailReader;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.domain.OutboxService.OutboxFilter;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.testing.MailSink;
import org.convergence.testing.MailSink.Faults;
import org.convergence.testing.MailSink.ReceivedLetter;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A letter that its owner no longer means does not leave; one in doubt leaves once more, then a person decides. */
@ModuleTest
class DoubtfulLettersTest {

    private static final String MATTER = "test_notice";
    private static final String REASON = "mail.lacks.name";

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private LetterStatusService statuses;

    @Autowired
    private OutboxService outbox;

    @Autowired
    private BounceMailReader bounces;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient db;

    private final UUID record = UUID.randomUUID();

    @BeforeEach
    void oneLetter() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
        post("p1@exemple.org", record);
    }

    @Test
    void withholdsALetterThatIsNoLongerMeantAndSendsTheOthers() {
        post("p2@exemple.org", UUID.randomUUID());
        List<UUID> completed = new ArrayList<>();
        BodyCompleter owner = owner(completed);
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink, owner);
            assertThat(sink.received()).extracting(ReceivedLetter::recipient).containsExactly("p2@exemple.org");
        }
        assertThat(completed).as("no link is made for it").hasSize(1).doesNotContain(record);
        assertThat(status().state()).isEqualTo(LetterState.WITHHELD);
        assertThat(status().reason()).isEqualTo(REASON);
        assertThat(status().queued()).isFalse();
    }

    @Test
    void aLetterInDoubtThatIsNoLongerMeantStaysInDoubt() {
        db.sql("UPDATE platform.mail_message SET cut_off = true").update();
        assertThat(CurrentActor.callAs(
                        visitors.actor(Role.COORDINATOR), () -> outbox.findLatest(OutboxFilter.DOUBTFUL, "", 5)))
                .as("also before it is tried again")
                .hasSize(1);
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink, owner(new ArrayList<>()));
            assertThat(sink.count()).isZero();
        }
        assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
        assertThat(status().reason()).isEqualTo(REASON);
        assertThat(status().queued()).isFalse();
    }

    @Test
    void sendsALetterInDoubtOnceMoreAndThenAPersonDecides() {
        try (MailSink sink = new MailSink((command, to, letters) -> command.equals(".") ? Faults.CLOSE : null)) {
            for (int round = 0; round < 4; round++) {
                send(sink, null);
                db.sql("UPDATE platform.mail_message SET next_at = now() WHERE state = 'QUEUED'")
                        .update();
            }
            assertThat(sink.count()).isEqualTo(2);
            assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
            assertThat(status().queued()).isFalse();
            as(() -> outbox.sendAgain(id()));
            assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
            send(sink, null);
            assertThat(sink.count()).as("again, as a person decided").isEqualTo(3);
        }
        assertThat(as(outbox::checkHealth).doubtful()).isOne();
        as(() -> outbox.considerArrived(id()));
        assertThat(status().state()).isEqualTo(LetterState.SENT);
        assertThat(status().leftOn()).isNotNull();
        assertThat(status().decidedBy()).isNotNull();
        assertThat(as(outbox::checkHealth).doubtful()).isZero();
    }

    @Test
    void takesALetterInDoubtOutOfTheQueue() {
        db.sql("UPDATE platform.mail_message SET state = 'PERHAPS_SENT', cut_off = true")
                .update();
        assertThat(status().queued()).isTrue();
        Integer taken = as(() -> transactions.execute(tx -> statuses.takeBack(MATTER, List.of(record))));
        assertThat(taken).isOne();
        assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
        assertThat(status().reason()).isEqualTo(JdbcLetterStatusService.NOT_AGAIN);
        assertThat(senders.claim(1)).isEmpty();
    }

    @Test
    void knowsSinceWhenTheServerTakesNoLetter() {
        String nobody;
        try (MailSink sink = new MailSink(Faults.NONE)) {
            nobody = TestLetterSender.address(sink.port());
        }
        assertThat(as(outbox::checkHealth).failingSince()).isNull();
        send(nobody, null);
        OutboxService.OutboxHealth failing = as(outbox::checkHealth);
        Instant since = failing.failingSince();
        assertThat(since).isNotNull();
        assertThat(failing.problem()).isEqualTo("NO_CONNECTION");
        db.sql("UPDATE platform.mail_message SET next_at = now()").update();
        send(nobody, null);
        assertThat(as(outbox::checkHealth).failingSince())
                .as("the first failure")
                .isEqualTo(since);
        db.sql("UPDATE platform.mail_message SET next_at = now()").update();
        try (MailSink sink = new MailSink((command, to, letters) -> command.startsWith("RCPT") ? "450 Later" : null)) {
            send(sink, null);
        }
        assertThat(as(outbox::checkHealth).failingSince()).isNull();
        db.sql("UPDATE platform.mail_message SET next_at = now()").update();
        send(nobody, null);
        post("p2@exemple.org", UUID.randomUUID());
        try (MailSink sink = new MailSink(Faults.NONE)) {
            send(sink, null);
        }
        assertThat(as(outbox::checkHealth).failingSince())
                .as("another letter left")
                .isNull();
    }

    @Test
    void onlyALetterInDoubtCountsAsArrivedOnTheDayOfItsLastAttempt() {
        giveUp("REFUSED_RECIPIENT", false);
        as(() -> outbox.considerArrived(id()));
        assertThat(status().state()).isEqualTo(LetterState.REFUSED);
        giveUp("NO_CONNECTION", true);
        as(() -> outbox.considerArrived(id()));
        assertThat(status().leftOn()).isBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(LetterFormatter.detail(status(), Messages.load().in(Language.FRENCH, ZoneOffset.UTC)))
                .startsWith("considéré comme arrivé · ");
    }

    @Test
    void aLetterSentAgainHasAllItsAttemptsAndNoDecision() {
        giveUp("NO_CONNECTION", true);
        as(() -> outbox.sendAgain(id()));
        assertThat(status().decidedBy()).isNull();
        assertThat(senders.claim(1).get(0).attempts()).isOne();
    }

    @Test
    void aBounceEndsTheDoubt() {
        for (String state : List.of("QUEUED", "FAILED")) {
            giveUp("NO_CONNECTION", true);
            db.sql("UPDATE platform.mail_message SET state = ?").param(state).update();
            transactions.executeWithoutResult(tx -> bounces.recordReply(new BounceMailReader.ServerReply(id(), true)));
            assertThat(status().state()).as(state).isEqualTo(LetterState.REFUSED);
        }
    }

    @Test
    void undoOfADeliveryDoesNotSendALetterAThirdTime() {
        db.sql("UPDATE platform.mail_message SET state = 'SENDING', cut_off = true")
                .update();
        LetterDelivery byHand = new LetterDelivery(DeliveryMethod.HAND, LocalDate.of(2026, 1, 15), null);
        as(() -> transactions.execute(tx -> statuses.markDelivered(MATTER, List.of(record), byHand)));
        as(() -> transactions.execute(tx -> statuses.undoDelivered(MATTER, List.of(record))));
        assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
        assertThat(status().queued()).isFalse();
    }

    /** Gives up the only letter, which was tried eight times until two days ago. */
    private void giveUp(String problem, boolean doubt) {
        db.sql("""
                        UPDATE platform.mail_message
                           SET state = 'FAILED', problem = ?, cut_off = ?, attempts = 8, decided_by = 'Ana', decided_at = now(),
                               posted_at = now() - interval '3 days', next_at = now() - interval '2 days'""").params(problem, doubt).update();
    }

    private BodyCompleter owner(List<UUID> completed) {
        db.sql("UPDATE platform.mail_message SET completer = 'owner', about = record_id")
                .update();
        return new BodyCompleter() {
            @Override
            public String name() {
                return "owner";
            }

            @Override
            public Optional<String> withholdingReason(WaitingLetter letter) {
                return record.equals(letter.record()) ? Optional.of(REASON) : Optional.empty();
            }

            @Override
            public Map<String, String> complete(UUID subject) {
                completed.add(subject);
                return Map.of();
            }
        };
    }

    private void send(MailSink sink, @Nullable BodyCompleter completer) {
        send(TestLetterSender.address(sink.port()), completer);
    }

    private void send(String url, @Nullable BodyCompleter completer) {
        LetterSender sender = senders.sender(url, completer == null ? List.of() : List.of(completer), null);
        try {
            sender.sendDue();
        } finally {
            sender.close();
        }
    }

    private void post(String to, UUID about) {
        db.sql("""
                        INSERT INTO platform.mail_message
                               (id, recipient, subject, body, purpose, matter, record_id, posted_at, next_at)
                        VALUES (gen_random_uuid(), ?, 'Avis', 'Bonjour', 'test', ?, ?, now(), now())""").params(to, MATTER, about).update();
    }

    private UUID id() {
        return db.sql("SELECT id FROM platform.mail_message").query(UUID.class).single();
    }

    private LetterStatus status() {
        return Objects.requireNonNull(
                statuses.findByRecords(MATTER, List.of(record)).get(record));
    }

    private <T> T as(Callable<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void as(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }
}
