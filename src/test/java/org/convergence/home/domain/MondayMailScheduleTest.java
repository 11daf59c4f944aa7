package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.convergence.home.WeekFixture;
import org.convergence.home.domain.MondayChoiceService.MondayChoice;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Monday at seven, against a real SMTP server. */
@ModuleTest
class MondayMailScheduleTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private TestUsers visitors;

    @Autowired
    private WeekFixture week;

    @Autowired
    private MondayMailSchedule monday;

    @Autowired
    private MondayLetterSender letters;

    @Autowired
    private MondayChoiceService choices;

    @Autowired
    private TestLetterSender postwoman;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private Actor ana = Actor.VISITOR;

    @BeforeEach
    void aWeekWithALine() {
        visitors.ensureOrganisation();
        server.start();
        for (String table : List.of("home.monday_letter", "home.monday_choice", "platform.mail_message")) {
            db.sql("DELETE FROM " + table).update();
        }
        db.sql("UPDATE identity.account SET closed_at = now() WHERE closed_at IS NULL")
                .update();
        week.begin();
        ana = week.someone(visitors, "Ana", "Ortiz", Role.STAFF);
        week.line("Donner un atelier au cégep", ana, 2);
        week.line("Écrire aux membres", week.someone(visitors, "Réal", "Gagnon", Role.VOLUNTEER), -3);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsOwnWeekWithLinksAndWithoutNames() throws Exception {
        at(seven());
        MimeMessage letter = onlyLetter();
        String text = MailText.plain(letter);
        assertThat(letter.getAllRecipients()[0].toString()).startsWith("ana.");
        assertThat(letter.getSubject()).startsWith("Votre semaine du ");
        assertThat(text)
                .contains("À faire cette semaine", "Donner un atelier au cégep", "En attente d’autres")
                .contains("http://localhost:8080/plan/actionplan/action/")
                .doesNotContain("Réal")
                .doesNotContain("Gagnon")
                .doesNotContain("[[")
                .doesNotContain("**");
        String stop = letter.getHeader("List-Unsubscribe")[0];
        assertThat(stop).matches("<http://localhost:8080/home/stop/[\\w-]{43}>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text.replaceAll("\\s", "")).endsWith(stop.substring(1, stop.length() - 1));
    }

    @Test
    void outboxHoldsNoContentOfTheWeek() {
        monday.runAt(seven());
        assertThat(db.sql("SELECT body || coalesce(stop, '') FROM platform.mail_message")
                        .query(String.class)
                        .single())
                .contains("[[week]]", "[[stop]]")
                .doesNotContain("atelier");
    }

    @Test
    void sendsOnceAWeekWhateverTheHourAndTheClock() {
        at(seven());
        at(seven().plusHours(1));
        at(seven().plusDays(1));
        at(seven().minusHours(1));
        assertThat(server.getReceivedMessages()).hasSize(1);
        at(seven().plusWeeks(1));
        assertThat(server.getReceivedMessages()).hasSize(2);
        // The machine's clock is set back by a week.
        at(seven());
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void sendsNeitherBeforeSevenNorFromThursdayOn() {
        at(seven().minusMinutes(1));
        at(seven().plusDays(3));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** A crash before the commit leaves neither the letter nor its record; the next run writes both. */
    @Test
    void sendsOnceAfterACrash() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            letters.post(ana, mondayOfThisWeek());
            status.setRollbackOnly();
        });
        assertThat(db.sql("SELECT count(*) FROM home.monday_letter")
                        .query(Long.class)
                        .single())
                .isZero();
        at(seven().plusHours(1));
        at(seven().plusHours(2));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void onlyOneOfTwoNodesSends() {
        Runnable post = () -> letters.post(ana, mondayOfThisWeek());
        assertThat(atOnce.runBeforeCommit(Actor.system("test"), post, post).went())
                .isTrue();
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void sendsCalmWeekOnlyToThoseWhoAlwaysWantIt() throws Exception {
        db.sql("DELETE FROM plan.actionplan_action").update();
        Actor calm = week.someone(visitors, "Maude", "Roy", Role.AUDITOR);
        at(seven());
        assertThat(server.getReceivedMessages()).isEmpty();
        CurrentActor.runAs(calm, () -> choices.choose(MondayChoice.ALWAYS));
        at(seven().plusHours(1));
        assertThat(MailText.plain(onlyLetter())).contains("Rien ne presse");
    }

    @Test
    void sendsNothingAfterOptOutOrClosedAccount() {
        CurrentActor.runAs(ana, () -> choices.choose(MondayChoice.NEVER));
        at(seven());
        CurrentActor.runAs(ana, () -> choices.choose(MondayChoice.BUSY));
        db.sql("UPDATE identity.account SET closed_at = now() WHERE id = ?")
                .param(ana.id())
                .update();
        at(seven());
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void withholdsALetterThatWaitedTooLongOrIsNoLongerWanted() {
        monday.runAt(seven());
        db.sql("UPDATE platform.mail_message SET posted_at = posted_at - interval '3 days'")
                .update();
        assertThat(withholdingReason()).isEqualTo("home.monday.withheld.late");
        CurrentActor.runAs(ana, () -> choices.choose(MondayChoice.NEVER));
        assertThat(withholdingReason()).isEqualTo("home.monday.withheld.stopped");
        CurrentActor.runAs(ana, () -> choices.choose(MondayChoice.BUSY));
        db.sql("UPDATE identity.account SET closed_at = now() WHERE id = ?")
                .param(ana.id())
                .update();
        assertThat(withholdingReason()).isEqualTo("home.monday.withheld.stopped");
    }

    /** The reason why the only letter does not leave; it is queued again, as of today. */
    private String withholdingReason() {
        postwoman.carry(server.getSmtp().getPort());
        assertThat(server.getReceivedMessages()).isEmpty();
        return db.sql("""
                        UPDATE platform.mail_message m SET state = 'QUEUED', posted_at = now(), next_at = now()
                          FROM platform.mail_message old WHERE old.id = m.id RETURNING old.problem""").query(String.class).single();
    }

    @Test
    void onlyTheLinkOfTheLastLetterStopsLetters() throws Exception {
        at(seven());
        String stop = onlyLetter().getHeader("List-Unsubscribe")[0];
        String secret = stop.substring(stop.lastIndexOf('/') + 1, stop.length() - 1);
        assertThat(choices.isValidStopLink(secret)).isTrue();
        choices.stop(secret);
        assertThatThrownBy(() -> choices.stop(secret + "x")).hasMessageContaining("letter");
        at(seven().plusWeeks(1));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void usesLanguageOfRecipient() throws Exception {
        db.sql("UPDATE identity.account SET language = 'en' WHERE id = ?")
                .param(ana.id())
                .update();
        at(seven());
        assertThat(onlyLetter().getSubject()).startsWith("Your week of ");
        assertThat(MailText.plain(onlyLetter())).contains("To do this week");
    }

    private void at(ZonedDateTime now) {
        CurrentActor.runAs(Actor.system("home-monday"), () -> monday.runAt(now));
        postwoman.carry(server.getSmtp().getPort());
    }

    private LocalDate mondayOfThisWeek() {
        return settings.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private ZonedDateTime seven() {
        return mondayOfThisWeek().atTime(7, 0).atZone(settings.current().zone());
    }

    private MimeMessage onlyLetter() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }
}
