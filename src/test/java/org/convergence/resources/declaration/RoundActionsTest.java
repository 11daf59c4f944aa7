package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page of a round offers only actions that have an effect. */
@ModuleTest
class RoundActionsTest {

    private static final String HOME = "/resources/declaration/";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private RoundService rounds;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private OrganisationId maple = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void twoMembers() {
        members.clear();
        today = settings.today();
        maple = members.addMember("Syndicat de l’Érable", "erable@exemple.org", "fr");
        members.addMember("Syndicat du Bouleau", "bouleau@exemple.org", "fr");
    }

    @Test
    void offersApprovalOfAClosedRoundOnlyAfterMovingItsDays() {
        Round closed = prepare(today.minusDays(1));
        assertThat(page(Role.COORDINATOR, closed))
                .doesNotContain("Approuver")
                .contains("Changer les dates", "changez d’abord les dates");
        assertThat(page(Role.STAFF, closed))
                .contains("changez d’abord les dates")
                .doesNotContain("doit encore approuver");
        assertThat(post(Role.COORDINATOR, closed, "approve"))
                .hasStatus(422)
                .bodyText()
                .contains("Changez d’abord les dates");
        assertThat(members.callAs(Role.COORDINATOR, () -> rounds.findById(closed.typedId()))
                        .isApproved())
                .isFalse();
        members.callAs(Role.COORDINATOR, () -> {
            rounds.move(closed.typedId(), closed.version(), days(today));
            return true;
        });
        assertThat(page(Role.COORDINATOR, closed)).contains("Approuver, pour 2 organisations");
        assertThat(post(Role.COORDINATOR, closed, "approve")).hasStatus(303);
    }

    @Test
    void offersNoReminderOnTheDayOfTheQuestion() {
        Round round = prepare(today.plusDays(28));
        post(Role.COORDINATOR, round, "approve");
        assertThat(list()).contains("La question n’est pas encore partie");
        members.markLettersSent(0);
        assertThat(list()).contains("En cours").doesNotContain("pas encore partie");
        assertThat(page(Role.STAFF, round))
                .contains("aucune réponse")
                .doesNotContain("pas répondu")
                .doesNotContain("Relancer");
        assertThat(home()).doesNotContain("organisations n’ont pas encore donné", "Voir et relancer");
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '3 days'")
                .update();
        members.markLettersSent(3);
        assertThat(page(Role.STAFF, round))
                .contains("2 n’ont pas répondu", "Relancer les 2 organisations sans réponse");
        assertThat(home()).contains("Voir et relancer");
        post(Role.STAFF, round, "remind");
        assertThat(page(Role.STAFF, round)).doesNotContain("Relancer");
    }

    @Test
    void rewritesWaitingLettersWithTheNewLastDay() {
        Round round = prepare(today.plusDays(28));
        post(Role.COORDINATOR, round, "approve");
        assertThat(members.findLetters("erable@exemple.org").get(0)).contains(inWords(today.plusDays(28)));
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at WHERE recipient LIKE 'bouleau%'")
                .update();
        RoundDays days = days(today.plusDays(28));
        MvcTestResult moved = pages.as(Role.COORDINATOR)
                .post(
                        HOME + round.id() + "/days",
                        "version=2",
                        "remindsOn=" + days.remindsOn(),
                        "closesOn=" + today.plusDays(35));
        assertThat(Pages.notice(moved)).contains("declaration.moved", "1");
        assertThat(members.findLetters("erable@exemple.org").get(0)).contains(inWords(today.plusDays(35)));
        assertThat(members.findLetters("bouleau@exemple.org")).hasSize(1);
        assertThat(db.sql("SELECT recipient FROM platform.mail_message m WHERE m.state = 'QUEUED'")
                        .query(String.class)
                        .list())
                .hasSize(1);
        members.markLettersSent(0);
        post(Role.STAFF, round, "take-back");
        assertThat(db.sql("SELECT count(*) FROM resources.declaration_question")
                        .query(Integer.class)
                        .single())
                .as("a letter that was rewritten and left is not taken back")
                .isEqualTo(2);
    }

    private static String inWords(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth()))
                + DateTimeFormatter.ofPattern(" MMMM yyyy", Locale.CANADA_FRENCH)
                        .format(day);
    }

    @Autowired
    private List<BodyCompleter> completers;

    @Autowired
    private List<RecurringWork> scheduled;

    @Test
    void withholdsAQuestionAfterItsLastDay() {
        Round round = prepare(today.plusDays(28));
        post(Role.COORDINATOR, round, "approve");
        assertThat(withholdingReason()).isEmpty();
        db.sql("UPDATE resources.declaration_round SET counted_on = counted_on - 60, asks_on = asks_on - 60,"
                        + " reminds_on = reminds_on - 60, closes_on = closes_on - 60")
                .update();
        assertThat(withholdingReason()).contains("declaration.letter.withheld.closed");
    }

    @Test
    void withholdsAQuestionThatIsAnswered() {
        post(Role.COORDINATOR, prepare(today.plusDays(28)), "approve");
        members.declareHeadcount(maple, 400, today.minusDays(20));
        db.sql("UPDATE resources.declaration_question SET answered_at = now(), headcount = (SELECT id FROM"
                        + " resources.membership_headcount WHERE organisation = ?)")
                .param(maple.value())
                .update();
        assertThat(withholdingReason()).contains("declaration.letter.withheld.answered");
    }

    private Optional<String> withholdingReason() {
        UUID question = db.sql("SELECT id FROM resources.declaration_question LIMIT 1")
                .query(UUID.class)
                .single();
        return completers.stream()
                .filter(each -> each.name().equals("declaration_link"))
                .findFirst()
                .orElseThrow()
                .withholdingReason(new BodyCompleter.WaitingLetter(
                        question, "a@exemple.org", "declaration_question", question, Instant.EPOCH));
    }

    private String list() {
        return pages.as(Role.STAFF)
                .open("/resources/declaration")
                .select("main")
                .text();
    }

    @Test
    void countsARefusedQuestionAsNotAsked() {
        Round round = prepare(today.plusDays(28));
        post(Role.COORDINATOR, round, "approve");
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '3 days'")
                .update();
        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT' WHERE recipient LIKE 'erable%'")
                .update();
        members.markLettersSent(3);
        assertThat(page(Role.STAFF, round))
                .contains("1 n’a pas répondu", "Relancer l’organisation sans réponse", "Question : Refusé");
        post(Role.STAFF, round, "remind");
        assertThat(members.findLetters("erable@exemple.org")).hasSize(1);
        assertThat(members.findLetters("bouleau@exemple.org")).hasSize(2);
        members.callAs(Role.COORDINATOR, () -> {
            scheduled.stream()
                    .filter(each -> each.name().equals("declaration-rounds"))
                    .forEach(RecurringWork::run);
            return true;
        });
        assertThat(members.findLetters("erable@exemple.org"))
                .as("not again and again by itself")
                .hasSize(1);
        assertThat(page(Role.COORDINATOR, round)).contains("Demander à 1 organisation de plus");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(HOME + round.id() + "/approve")
                        .text())
                .contains("erable@exemple.org");
        assertThat(post(Role.COORDINATOR, round, "approve")).hasStatus(303);
        assertThat(members.findLetters("erable@exemple.org")).hasSize(2);
        assertThat(page(Role.COORDINATOR, round)).contains("Question : En attente d’envoi");
    }

    @Test
    void excludesFormerMembersFromReminders() {
        Round round = prepare(today.plusDays(28));
        post(Role.COORDINATOR, round, "approve");
        db.sql("UPDATE resources.declaration_question SET asked_at = asked_at - interval '3 days'")
                .update();
        members.markLettersSent(3);
        members.callAs(Role.COORDINATOR, () -> {
            var membership = admission.findByMember(maple).get(0);
            admission.end(
                    membership.id(),
                    membership.version(),
                    new MembershipEnding(today.minusDays(2), "désaffiliation", null));
            return true;
        });
        assertThat(page(Role.STAFF, round)).contains("Relancer l’organisation sans réponse");
        post(Role.STAFF, round, "remind");
        assertThat(members.findLetters("erable@exemple.org")).hasSize(1);
        assertThat(page(Role.STAFF, round)).doesNotContain("Relancer");
    }

    private Round prepare(LocalDate closes) {
        return members.callAs(Role.COORDINATOR, () -> rounds.findById(rounds.prepare(days(closes))));
    }

    private RoundDays days(LocalDate closes) {
        LocalDate asks = closes.minusDays(28);
        return new RoundDays(asks.minusDays(20), asks, asks.plusDays(14), closes);
    }

    private String home() {
        return main(mvc.get().uri("/").with(visitors.as(Role.STAFF)).exchange());
    }

    private String page(Role role, Round round) {
        return pages.as(role).open(HOME + round.id()).select("main").text();
    }

    private MvcTestResult post(Role role, Round round, String gesture) {
        return pages.as(role).post(HOME + round.id() + "/" + gesture);
    }

    private static String main(MvcTestResult answer) {
        return Pages.require(answer).select("main").text();
    }
}
