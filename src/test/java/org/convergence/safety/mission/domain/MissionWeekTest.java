package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** A week of a mission: each alert at its minute, once, to the people named on it alone, over restarts and nodes. */
@ModuleTest
class MissionWeekTest extends MissionFixture {

    private static final Duration GRACE = Duration.ofMinutes(60);
    private static final String WORD = "tamarin bleu";

    @Autowired
    private CheckInRepository repository;

    @Autowired
    private MissionRepository missionRepository;

    @Autowired
    private MissionLetterSender letters;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private List<BodyCompleter> completers;

    private CheckInAlarm alarm() {
        return new CheckInAlarm(repository, missionRepository, letters, transactions, clock);
    }

    private record SentLetter(String recipient, String subject, Instant at) {

        @Override
        public String toString() {
            return recipient.replace("@exemple.org", "") + " " + subject;
        }
    }

    private List<SentLetter> letters() {
        return db.sql("SELECT recipient, subject, posted_at FROM platform.mail_message ORDER BY posted_at, recipient")
                .query((row, n) -> new SentLetter(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<String> told() {
        return letters().stream().map(SentLetter::toString).toList();
    }

    private Instant due(int day) {
        return START.plusDays(day).atTime(20, 0).atZone(BOGOTA).toInstant();
    }

    private void answer(Instant at, String word) {
        clock.moveTo(at);
        as(traveller, () -> checkIns.record(mission(), null, word));
    }

    private MissionId mission() {
        return new MissionId(
                db.sql("SELECT id FROM safety.mission").query(UUID.class).single());
    }

    private void forgetLetters() {
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void everyAlertComesAtItsMinuteAndOnce() {
        approve();
        answer(due(0).plusSeconds(120), "");
        // The second day nobody answers: one run a minute, a restarted scheduler each hour, two nodes at once.
        CheckInAlarm alarm = alarm();
        Instant end = due(1).plus(GRACE);
        for (int minute = -5; minute <= 330; minute++) {
            clock.moveTo(end.plus(Duration.ofMinutes(minute)));
            if (minute % 60 == 0) {
                alarm = alarm();
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(alarm::run), CompletableFuture.runAsync(alarm()::run))
                        .join();
            } else {
                alarm.run();
            }
        }
        assertThat(letters())
                .extracting(
                        each -> each.recipient().replace("@exemple.org", ""),
                        each -> Duration.between(end, each.at()).toMinutes(),
                        SentLetter::subject)
                .containsExactly(
                        tuple("nadege", 0L, "Une confirmation est attendue"),
                        tuple("maryse", 30L, "Une alerte demande votre attention"),
                        tuple("maryse", 60L, "Une alerte demande votre attention"),
                        tuple("maryse", 120L, "Une alerte demande votre attention"),
                        tuple("presidence", 120L, "Une alerte demande votre attention"),
                        tuple("maryse", 240L, "Une alerte demande votre attention"),
                        tuple("presidence", 240L, "Une alerte demande votre attention"));
        assertThat(db.sql("SELECT subject || body || coalesce(blocks, '') FROM platform.mail_message")
                        .query(String.class)
                        .list())
                .as("letters name neither place nor people")
                .noneMatch(text -> text.matches("(?si).*(Barranca|Colombi|Bogot|Nadège|Pierre|Roy|Rencontre).*"));
    }

    @Test
    void whatCameDueWhileTheServerWasDownIsToldAtItsStartWithOneLetterEach() {
        approve();
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofHours(6)));
        alarm().run();
        alarm().run();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "nadege Une confirmation est attendue",
                        "maryse Une alerte demande votre attention",
                        "presidence Une alerte demande votre attention");
    }

    @Test
    void aLateAnswerEndsTheAlertAndWithholdsWhatWaits() {
        approve();
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofMinutes(30)));
        alarm().run();
        answer(clock.instant().plusSeconds(60), "bonjour");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "maryse Une alerte demande votre attention",
                        "nadege Une confirmation est attendue",
                        "maryse L’alerte est terminée");
        assertThat(db.sql("SELECT m.about FROM platform.mail_message m JOIN safety.mission_link l ON l.id = m.about"
                                + " WHERE l.purpose IN ('ALARM', 'REMINDER')")
                        .query(UUID.class)
                        .list())
                .hasSize(2)
                .allMatch(link -> linkService()
                        .withholdingReason(new BodyCompleter.WaitingLetter(link, "", "", null, clock.instant()))
                        .isPresent());
        UUID over = db.sql("SELECT id FROM safety.mission_link WHERE purpose = 'OVER'")
                .query(UUID.class)
                .single();
        assertThat(isWithheld(over)).as("the alert did not leave").isTrue();
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at WHERE subject LIKE 'Une alerte%'")
                .update();
        clock.moveTo(clock.instant().plus(Duration.ofHours(5)));
        assertThat(isWithheld(over)).isFalse();
        alarm().run();
        assertThat(told()).as("nothing more").hasSize(3);
    }

    @Test
    void noInvitationLeavesAfterTheLastDay() {
        MissionId id = approve();
        List<UUID> invitations = db.sql("""
                        INSERT INTO safety.mission_link (id, mission, person, purpose, made_at)
                        SELECT gen_random_uuid(), mission, person, 'INVITATION', now() FROM safety.mission_traveller
                        WHERE mission = ? RETURNING id""").param(id.value()).query(UUID.class).list();
        assertThat(invitations).isNotEmpty().noneMatch(this::isWithheld);
        clock.moveTo(clock.instant().plus(Duration.ofDays(400)));
        assertThat(invitations).allMatch(this::isWithheld);
    }

    private boolean isWithheld(UUID link) {
        return linkService()
                .withholdingReason(
                        new BodyCompleter.WaitingLetter(link, "maryse@exemple.org", "", null, clock.instant()))
                .isPresent();
    }

    @Test
    void theReturnEndsTheAlertAndAnswersNothing() {
        MissionId id = approve();
        clock.moveTo(due(0).plus(GRACE).plus(Duration.ofMinutes(30)));
        alarm().run();
        forgetLetters();
        assertThat(pages.as(lead).open("/").text()).contains("Depuis le ");
        assertThat(pages.as(lead)
                        .post(
                                "/safety/mission/" + id.value() + "/return",
                                "version="
                                        + as(lead, () -> missions.findById(id).version()),
                                "returnedOn=" + START,
                                "report=Rentrées",
                                "confirmed=true"))
                .hasStatus(303);
        assertThat(told()).containsExactly("maryse L’alerte est terminée");
        assertThat(pages.as(lead)
                        .open("/safety/mission/" + id.value() + "/watch")
                        .text())
                .contains("Sans réponse")
                .doesNotContain("Reçu", "arrivé le");
    }

    private BodyCompleter linkService() {
        return completers.stream()
                .filter(each -> each.name().equals("mission_link"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDuressWordIsAnsweredLikeAnyOtherAndAlertsInSilence() {
        MissionId id = approve();
        as(traveller, () -> {
            sealed.seal(id, person(traveller), new SealedData("Allergie à la pénicilline", "", ""), WORD);
            return true;
        });
        clock.moveTo(due(0));
        String plain = answerByLink("bonjour");
        clock.moveTo(due(1));
        forgetLetters();
        String forced = answerByLink(" Tamarin  BLEU ");
        assertThat(forced).as("what the traveller sees").isEqualTo(plain).contains("c’est noté");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "nadege Votre lien de confirmation",
                        "maryse Une alerte demande votre attention",
                        "presidence Une alerte demande votre attention");
        assertThat(pages.as(lead)
                        .open("/safety/mission/" + id.value() + "/watch")
                        .text())
                .contains("Mot de détresse");
        assertThat(pages.as(traveller)
                        .open("/safety/mission/" + id.value() + "/watch")
                        .text())
                .doesNotContain("Une confirmation contenait");
        assertThat(db.sql("SELECT count(*) FROM safety.mission_check_in WHERE done_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(everyStoredText()).as("sealed data").noneMatch(text -> text.matches("(?si).*(nicilline|tamarin).*"));
    }

    /** Presses the button of a link as the letter gives it, and returns the text of the page that answers. */
    private String answerByLink(String word) {
        as(lead, () -> checkIns.invite(mission()));
        UUID about = db.sql(
                        "SELECT about FROM platform.mail_message WHERE recipient LIKE 'nadege%' ORDER BY posted_at DESC LIMIT 1")
                .query(UUID.class)
                .single();
        String link = Objects.requireNonNull(linkService().complete(about).get("link"))
                .replaceFirst("https?://[^/]+", "");
        assertThat(pages.asStranger().open(link).select("button.main").text()).isEqualTo("Tout va bien");
        String next =
                pages.asStranger().post(link, "word=" + word).getResponse().getHeader("Location");
        return pages.asStranger()
                .open(Objects.requireNonNull(next))
                .select("main")
                .text()
                .replaceFirst("Prochaine confirmation.*", "");
    }

    /** All texts of the outbox, the audit and the tables of missions. */
    private List<String> everyStoredText() {
        List<String> texts = new ArrayList<>();
        for (String table : List.of(
                "platform.mail_message",
                "platform.audit_entry",
                "platform.shell_kept_form",
                "safety.mission",
                "safety.mission_sealed",
                "safety.mission_check_in",
                "safety.mission_escalation",
                "safety.mission_call",
                "safety.mission_call_list",
                "safety.mission_link",
                "safety.mission_opening")) {
            texts.addAll(db.sql("SELECT to_jsonb(t)::text FROM " + table + " t")
                    .query(String.class)
                    .list());
        }
        assertThat(texts).hasSizeGreaterThan(10);
        return texts;
    }
}
