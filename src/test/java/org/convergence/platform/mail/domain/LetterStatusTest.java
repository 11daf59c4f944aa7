package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BounceMailReader;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.domain.OutgoingLetterRepository.OutgoingLetter;
import org.convergence.platform.mail.domain.SendingResult.Bounce;
import org.convergence.platform.mail.domain.SendingResult.Kind;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** A record's letter has one of six states, and keeps it when the letter itself is erased. */
@ModuleTest
class LetterStatusTest {

    private static final String MATTER = "test_notice";

    private static final SendingResult NO_CONNECTION = SendingResult.ofConnection(MailDiagnosis.NO_CONNECTION, false);

    @Autowired
    private LetterStatusService statuses;

    @Autowired
    private JdbcOutbox box;

    @Autowired
    private OutgoingLetterRepository letters;

    @Autowired
    private TestLetterSender senders;

    @Autowired
    private LetterCleanup cleanup;

    @Autowired
    private BounceMailReader returned;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient db;

    private final UUID record = UUID.randomUUID();

    @BeforeEach
    void emptyOutbox() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void letterWaitsUntilServerAcceptsIt() {
        post();
        assertThat(status().state()).isEqualTo(LetterState.WAITING);
        assertThat(status().leftOn()).isNull();
        OutgoingLetter letter = take();
        assertThat(status().state()).as("while it leaves").isEqualTo(LetterState.WAITING);
        senders.record(letter, SendingResult.SENT);
        assertThat(status().state()).isEqualTo(LetterState.SENT);
        assertThat(status().leftOn()).isNotNull();
    }

    @Test
    void interruptedLetterStaysPerhapsSentWhenServerIsAway() {
        post();
        take();
        db.sql("UPDATE platform.mail_message SET next_at = now() - interval '1 second'")
                .update();
        letters.recoverInterrupted();
        senders.record(take(), NO_CONNECTION);
        assertThat(status().state()).isEqualTo(LetterState.PERHAPS_SENT);
        assertThat(status().queued()).isTrue();
    }

    @Test
    void letterGivenUpIsRefusedLikeOneThatItsServerRefuses() {
        post();
        OutgoingLetter letter = take();
        senders.record(
                new OutgoingLetter(letter.id(), letter.to(), "", "", null, null, NO_CONNECTION.mostAttempts()),
                NO_CONNECTION);
        assertThat(status().state()).isEqualTo(LetterState.REFUSED);
        db.sql("UPDATE platform.mail_message SET state = 'SENDING'").update();
        senders.record(
                letter, new SendingResult(Kind.REFUSED, MailDiagnosis.REFUSED_RECIPIENT, false, Bounce.TEMPORARY));
        assertThat(status().state()).isEqualTo(LetterState.REFUSED);
    }

    @Test
    void bounceMakesSentLetterRefused() {
        post();
        OutgoingLetter letter = take();
        UUID id = letter.id();
        senders.record(letter, SendingResult.SENT);
        transactions.executeWithoutResult(tx -> returned.recordReply(new BounceMailReader.ServerReply(id, false)));
        assertThat(status().state()).as("only delayed").isEqualTo(LetterState.SENT);
        transactions.executeWithoutResult(tx -> returned.recordReply(new BounceMailReader.ServerReply(id, true)));
        assertThat(status().state()).isEqualTo(LetterState.REFUSED);
        assertThat(status().leftOn()).isNull();
    }

    @Test
    void withdrawnLetterIsNeverSentAndNamesActor() {
        post();
        assertThat(takeBack()).isEqualTo(1);
        assertThat(status().state()).isEqualTo(LetterState.WITHHELD);
        assertThat(status().decidedBy()).isNotBlank();
        assertThat(senders.claim(1)).isEmpty();
    }

    @Test
    void deliveryByHandRemovesLetterFromQueueAndSetsDay() {
        LocalDate today = settings.today();
        UUID withoutMail = UUID.randomUUID();
        post();
        assertThatThrownBy(() -> deliver(today.plusDays(1), null, record)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> deliver(today.minusDays(3), today.minusDays(2), record))
                .isInstanceOf(Refused.class);
        assertThat(deliver(today.minusDays(2), today.minusDays(2), record, withoutMail))
                .isEqualTo(2);
        assertThat(senders.claim(1)).isEmpty();
        Map<UUID, LetterStatus> found = statuses.findByRecords(MATTER, List.of(record, withoutMail));
        assertThat(found.values()).hasSize(2).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(LetterState.DELIVERED_OTHERWISE);
            assertThat(each.method()).isEqualTo(DeliveryMethod.HAND);
            assertThat(each.decidedBy()).isNotBlank();
            assertThat(settings.dayOf(Objects.requireNonNull(each.leftOn()))).isEqualTo(today.minusDays(2));
        });
        assertThat(statuses.summarize(MATTER, List.of(record, withoutMail)).allLeft())
                .isTrue();
    }

    @Test
    void undoOfDeliveryRestoresLetter() {
        LocalDate today = settings.today();
        UUID printed = UUID.randomUUID();
        post();
        deliver(today, null, record, printed);
        deliver(today.minusDays(1), null, record);
        assertThat(undo(record, printed)).containsExactlyInAnyOrder(record, printed);
        assertThat(status().state()).isEqualTo(LetterState.WAITING);
        assertThat(status().leftOn()).isNull();
        assertThat(status().decidedBy()).isNull();
        assertThat(statuses.findByRecords(MATTER, List.of(printed))).isEmpty();
        assertThat(senders.claim(1)).hasSize(1);
        assertThat(undo(record, printed)).isEmpty();

        post();
        takeBack();
        deliver(today, null, record);
        assertThat(undo(record)).containsExactly(record);
        assertThat(status().state()).isEqualTo(LetterState.WITHHELD);
        assertThat(status().reason()).isEqualTo("mail.withheld.taken-back");
    }

    private Set<UUID> undo(UUID... records) {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> transactions.execute(tx -> statuses.undoDelivered(MATTER, List.of(records))));
    }

    @Test
    void mailThatArrivedMeanwhileIsNotOverwritten() {
        post();
        OutgoingLetter letter = take();
        senders.record(letter, SendingResult.SENT);
        assertThat(deliver(settings.today(), null, record)).isZero();
        assertThat(status().state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void erasureKeepsState() {
        post();
        senders.record(take(), SendingResult.SENT);
        db.sql("UPDATE platform.mail_message SET sent_at = now() - interval '91 days'")
                .update();
        cleanup.run();
        assertThat(status().state()).isEqualTo(LetterState.SENT);
        assertThat(personal()).isEqualTo("");
    }

    @Test
    void letterToErasedPersonIsEmptiedAndNeverSent() {
        post();
        transactions.executeWithoutResult(
                tx -> box.forget(List.of("A@exemple.org"), List.of("A@exemple.org"), "[retiré]"));
        assertThat(status().state()).isEqualTo(LetterState.WITHHELD);
        assertThat(personal()).isEqualTo("");
        assertThat(senders.claim(1)).isEmpty();
    }

    @Test
    void outboxShowsSubjectsAndStatesButHidesDiscreetSubjects() {
        transactions.executeWithoutResult(tx -> {
            box.post(new Letter("a@exemple.org", "Avis de mars", "Bonjour", "test", null).regarding(MATTER, record));
            box.post(new Letter("b@exemple.org", "Alouette", "Bonjour", "test", null).hidingSubject());
        });
        assertThat(shown("/platform/mail"))
                .contains("Avis de mars", "En attente d’envoi", "b@exemple.org", "Ce qu’il faut demander")
                .doesNotContain("Alouette", "CONVERGENCE_", "Envoyé");
    }

    @Test
    void outboxShowsTheDayOfADeliveryWithoutAddress() {
        assertThat(deliver(LocalDate.of(2026, 1, 15), null, record)).isOne();
        assertThat(shown("/platform/mail"))
                .contains("Sans adresse", "Remis autrement le 15 janvier 2026")
                .doesNotContain("Adresse effacée", "15 janvier 2026 à 0");
    }

    @Test
    void firstPageWarnsTheCoordinatorWhileMailIsNotSet() {
        post();
        assertThat(shown("/"))
                .contains("Le courriel n’est pas configuré", "aucun message ne peut partir, 1 attend")
                .doesNotContain("CONVERGENCE_");
    }

    private String shown(String url) {
        return Jsoup.parse(new String(
                        mvc.get()
                                .uri(url)
                                .with(visitors.as(Role.COORDINATOR))
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8))
                .select("main")
                .text();
    }

    private String personal() {
        return db.sql("SELECT recipient || subject || body FROM platform.mail_message")
                .query(String.class)
                .single();
    }

    private OutgoingLetter take() {
        return senders.claim(1).get(0);
    }

    private LetterStatus status() {
        return Objects.requireNonNull(
                statuses.findByRecords(MATTER, List.of(record)).get(record));
    }

    private void post() {
        transactions.executeWithoutResult(
                tx -> box.post(new Letter("a@exemple.org", "Avis", "Bonjour", "test", null).regarding(MATTER, record)));
    }

    private int takeBack() {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> transactions.execute(tx -> statuses.takeBack(MATTER, List.of(record))));
    }

    private int deliver(LocalDate on, @Nullable LocalDate earliest, UUID... records) {
        return CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> transactions.execute(tx -> statuses.markDelivered(
                        MATTER, List.of(records), new LetterDelivery(DeliveryMethod.HAND, on, earliest))));
    }
}
