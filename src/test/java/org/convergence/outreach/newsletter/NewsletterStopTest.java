package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An issue that is stopped while it leaves, and what can still be done with it. */
@ModuleTest
class NewsletterStopTest extends NewsletterScenario {

    @Autowired
    private WithheldRecords withheld;

    @Autowired
    private TransactionTemplate transaction;

    private final UUID sealing = UUID.randomUUID();

    @AfterEach
    void showAgain() {
        withheld.releaseAll(sealing);
    }

    /** As the sealing of a person whom the issues name. */
    private void seal() {
        transaction.executeWithoutResult(status -> withheld.withhold(sealing, words -> words.contains("La grève")));
    }

    private String stopped() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        write(issue, "ARTICLE", "title-fr=La grève", "body-fr=Elle dure.", "url=http://localhost:8080/public/website");
        confirm(issue);
        jobs.runAll();
        assertThat(pages.as(Role.STAFF).post(issue + "/stop")).hasStatus(303);
        return issue;
    }

    private int weeks() {
        return db.sql("SELECT count(*) FROM directory.segment_letter")
                .query(Integer.class)
                .single();
    }

    @Test
    void lettersThatWereTakenBackDoNotBlockTheWeek() {
        stopped();
        assertThat(weeks()).as("nobody got a letter").isZero();
        String other = begin("fr");
        write(other, "SUBJECT", "title-fr=Corrigées");
        assertThat(main(other + "/send")).contains("2 lettres partiraient");
    }

    @Test
    void anOrganisationThatGotItsLetterHasHadTheOneOfItsWeek() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        letterLeft("bao");
        pages.as(Role.STAFF).post(issue + "/stop");
        assertThat(weeks()).isOne();
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(303);
        schedule.run();
        jobs.runAll();
        assertThat(main(issue)).contains("Remises au serveur 1", "En attente 1", "Lettres préparées");
        assertThat(weeks()).isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM platform.mail_message WHERE recipient = ? AND state <> 'WITHHELD'")
                        .param(address("bao"))
                        .query(Integer.class)
                        .single())
                .as("nobody twice")
                .isOne();
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on"))
                .as("it is not stopped")
                .hasStatus(422);
    }

    @Test
    void onePartSentWaitsForADecisionOnceItNamesASealedPerson() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        write(issue, "ARTICLE", "title-fr=La grève", "body-fr=Elle dure.");
        confirm(issue);
        jobs.runAll();
        letterLeft("bao");
        pages.as(Role.STAFF).post(issue + "/stop");
        fixture.addColleague("ines@orga.example");
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(303);
        seal();
        assertThat(main(issue)).contains("Arrêtée", "N° 1", "nomme peut-être");
        assertThat(weeks()).as("one union got its letter").isOne();
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on"))
                .as("nobody decided")
                .hasStatus(422);
        withheld.releaseAll(sealing);
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(303);
    }

    @Test
    void aStoppedOneThatNamesASealedPersonIsNotSentOn() {
        String issue = stopped();
        seal();
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(422);
    }

    @Test
    void aStoppedOneIsNotSentOnWhileSomethingHinders() {
        String issue = stopped();
        db.sql("DELETE FROM directory.consent_setting").update();
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(422);
    }

    @Test
    void onePartSentThatMissesItsTimeCanStillBeSentOn() {
        String issue = stopped();
        fixture.addColleague("eloi@orga.example");
        pages.as(Role.STAFF).post(issue + "/send-on");
        clock.moveTo(clock.instant().plus(Duration.ofHours(26)));
        schedule.runWithoutMail();
        assertThat(main(issue))
                .contains("Arrêtée", "n’a pas pu partir à son heure", "Envoyer ce qui n’était pas parti")
                .doesNotContain("confirmez-le");
    }

    @Test
    void theOthersMayStopItAgainBeforeItGoesOn() {
        String issue = stopped();
        fixture.addColleague("camille@orga.example");
        assertThat(pages.as(Role.STAFF).post(issue + "/send-on")).hasStatus(303);
        schedule.run();
        assertThat(main(issue)).contains("Prête à partir");
        assertThat(pages.as(Role.STAFF).post(issue + "/stop")).hasStatus(303);
        assertThat(main(issue)).contains("Arrêtée", "N° 1");
        pages.as(Role.STAFF).post(issue + "/send-on");
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        schedule.run();
        jobs.runAll();
        assertThat(main(issue)).contains("En attente 2", "N° 1");
    }

    @Test
    void itsTextsBeginANewIssue() {
        String issue = stopped();
        String copy = Pages.location(pages.as(Role.STAFF).post(issue + "/copy"));
        assertThat(main(copy)).contains("À écrire", "Nouvelles", "La grève", "Elle dure.");
        assertThat(pages.as(Role.STAFF).open(copy).text())
                .as("its links have its own mark")
                .contains("via=n-" + copy.substring(copy.length() - 8));
        write(copy, "SUBJECT", "title-fr=Corrigées");
        assertThat(main(copy + "/send")).contains("2 lettres partiraient");
        assertThat(pages.as(Role.BOARD_MEMBER).post(issue + "/copy")).hasStatus(403);
    }

    @Test
    void withoutAMailServerAnIssueOfOnePersonWaitsToo() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Atelier de samedi");
        assertThat(main(issue + "/send")).contains("le numéro attendra");
        pages.as(Role.STAFF).post(issue + "/send", "version=" + version(issue), "errors=20");
        schedule.runWithoutMail();
        jobs.runAll();
        assertThat(main(issue)).contains("Prête à partir").doesNotContain("N° 1");
        clock.moveTo(clock.instant().plus(Duration.ofHours(26)));
        schedule.runWithoutMail();
        assertThat(main(issue)).contains("À écrire", "n’a pas pu partir à son heure");
    }

    private void letterLeft(String name) {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE recipient = ?")
                .param(address(name))
                .update();
    }
}
