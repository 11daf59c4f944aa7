package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.mailbox.domain.MailboxServerFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A traveller replies to a letter of the machine: what counts as a sign of life, what does not, what alerts. */
@ModuleTest
class CheckInReplyTest extends MissionFixture {

    private static final Duration GRACE = Duration.ofMinutes(60);
    private static final String WORD = "tamarin bleu";
    private static final String OWN = "nadege@exemple.org";

    @Autowired
    private MailboxServerFixture mailbox;

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private List<RecurringWork> recurring;

    private MissionId mission = new MissionId(new UUID(0, 0));
    private String address = "";

    /** The first check-in is missing, the watcher is alerted, and the traveller has the reminder. */
    @BeforeEach
    void aReminder() {
        mailbox.start();
        mission = approve();
        as(traveller, () -> {
            sealed.seal(mission, person(traveller), new SealedData("Asthme", "", ""), WORD);
            return true;
        });
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofMinutes(31)));
        alarm();
        address = addressOf("nadege");
        forgetLetters();
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    private static Instant due(int day) {
        return START.plusDays(day).atTime(20, 0).atZone(BOGOTA).toInstant();
    }

    private void alarm() {
        recurring.stream().filter(each -> each.name().equals("mission-alarm")).forEach(RecurringWork::run);
    }

    private void forgetLetters() {
        db.sql("DELETE FROM platform.mail_message").update();
    }

    /** The address for replies of the last letter to a recipient; empty if it has none. */
    private String addressOf(String recipient) {
        UUID about = db.sql(
                        "SELECT about FROM platform.mail_message WHERE recipient LIKE ? ORDER BY posted_at DESC, id DESC LIMIT 1")
                .param(recipient + "%")
                .query(UUID.class)
                .single();
        BodyCompleter links = completers.stream()
                .filter(each -> each.name().equals("mission_link"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNullElse(links.complete(about).get(BodyCompleter.REPLY_TO), "");
    }

    private void reply(Instant at, String from, String text, String... head) {
        List<String> lines = new ArrayList<>(List.of(head));
        lines.addAll(List.of(
                "From: Nadège <" + from + ">",
                "To: " + address,
                "Subject: Re: Une confirmation est attendue",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                text));
        mailbox.deliver(at, lines.toArray(String[]::new));
        mailbox.read();
    }

    private int done() {
        return db.sql("SELECT count(*) FROM safety.mission_check_in WHERE mission = ? AND channel = 'REPLY'")
                .param(mission.value())
                .query(Integer.class)
                .single();
    }

    private List<String> told() {
        return db.sql("SELECT recipient || ' ' || subject FROM platform.mail_message ORDER BY 1")
                .query(String.class)
                .list();
    }

    private String watch(Actor actor) {
        return pages.as(actor)
                .open("/safety/mission/" + mission.value() + "/watch")
                .text();
    }

    @Test
    void aReplyIsASignOfLifeAndItsWordsAreStoredNowhere() {
        assertThat(address).matches("suivi\\+[a-z0-9]{16}@exemple\\.org");
        reply(clock.instant(), "Nadege@exemple.org", "Je suis à l’auberge\r\n\r\n> Ouvrez la page");
        assertThat(done()).isOne();
        assertThat(told()).containsExactly("maryse@exemple.org L’alerte est terminée");
        assertThat(watch(lead)).contains("arrivé par courriel le").doesNotContain("auberge");
        assertThat(mailbox.countStrangers()).isZero();
        for (String table : List.of(
                "plan.mailbox_message",
                "plan.mailbox_taken",
                "safety.mission_check_in",
                "safety.mission_escalation",
                "platform.audit_entry",
                "platform.audit_change",
                "platform.mail_message")) {
            assertThat(db.sql("SELECT t::text FROM " + table + " t")
                            .query(String.class)
                            .list())
                    .as(table)
                    .noneMatch(row -> row.contains("auberge"));
        }
        mailbox.read();
        assertThat(done()).as("read once").isOne();
    }

    @Test
    void aVacationReplyAnEmptyOneOrAnotherSenderIsNone() {
        reply(clock.instant(), OWN, "Je suis absente jusqu’au 15.", "Auto-Submitted: auto-replied");
        reply(clock.instant(), OWN, "Je suis absente.", "X-Autoreply: yes");
        reply(clock.instant(), OWN, "> Bonjour,\r\n> Une confirmation attendue n’est pas arrivée.");
        reply(clock.instant(), "inconnu@ailleurs.example", "Tout va bien");
        reply(clock.instant(), OWN, "Tout va bien", "From: autre@exemple.org");
        assertThat(done()).isZero();
        assertThat(told()).as("the alert goes on").isEmpty();
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofMinutes(61)));
        alarm();
        assertThat(told()).containsExactly("maryse@exemple.org Une alerte demande votre attention");
        assertThat(mailbox.countStrangers()).as("known letters").isZero();
        reply(clock.instant(), OWN, "Tout va bien");
        assertThat(done()).isOne();
    }

    @Test
    void aDuressWordInAReplyAlertsInSilenceFromAnyAddress() {
        reply(clock.instant(), "cybercafe@ailleurs.example", "Ici le Tamarin BLEU est beau");
        assertThat(told())
                .containsExactly(
                        "maryse@exemple.org Une alerte demande votre attention",
                        "presidence@exemple.org Une alerte demande votre attention");
        assertThat(watch(lead)).contains("Mot de détresse", "Ne l’appelez pas");
        assertThat(watch(traveller)).doesNotContain("Mot de détresse").contains("arrivé par courriel le");
        reply(clock.instant(), OWN, "Tout va bien");
        assertThat(watch(lead)).as("after an ordinary reply").contains("Ne l’appelez pas");
    }

    @Test
    void aReplyThatWaitedAnswersNothingThatCameDueAfterIt() {
        Instant written = clock.instant();
        clock.moveTo(due(1).plus(GRACE).plus(Duration.ofMinutes(31)));
        alarm();
        forgetLetters();
        reply(written, OWN, "Tout va bien");
        assertThat(done()).isOne();
        assertThat(db.sql("SELECT due_at FROM safety.mission_check_in WHERE mission = ? AND done_at IS NULL"
                                + " AND due_at < ? ORDER BY due_at LIMIT 1")
                        .params(mission.value(), clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .as("the second day is still missing")
                .containsExactly(due(1));
    }

    @Test
    void onlyLettersToTravellersMayBeAnsweredAndOnlyUntilTheReturn() {
        as(lead, () -> checkIns.invite(mission));
        assertThat(addressOf("nadege")).isNotEqualTo(address).startsWith("suivi+");
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofHours(1)));
        alarm();
        assertThat(addressOf("maryse")).isEmpty();
        as(lead, () -> {
            checkIns.record(mission, person(traveller), "Au téléphone");
            missions.cancel(mission, missions.findById(mission).version());
            return true;
        });
        reply(clock.instant(), OWN, "Tout va bien");
        assertThat(done()).isZero();
    }
}
