package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An issue from its first block to what came of it, through a real mail server. */
@ModuleTest
class NewsletterPagesTest extends NewsletterScenario {

    @Autowired
    private OrganisationSettings settings;

    @Test
    void segmentTellsWhoGetsLetterAndWhyOthersDoNot() {
        assertThat(main(segment))
                .contains("4 personnes", "2 lettres partiraient", "Adresse publiée, pour sa fonction seulement")
                .contains("Sans adresse de courriel", "Demandez l’adresse au téléphone")
                .doesNotContain("Emile");
        assertThat(main(segment + "?function=true")).contains("3 lettres partiraient");
        String size = Pages.text(pages.as(Role.STAFF).get("/directory/segment/size?c-function=trésorerie"));
        assertThat(size).contains("1 personne");
        assertThat(Pages.text(pages.as(Role.STAFF)
                        .get("/api/v1" + segment.replace("/directory/segment", "/segments") + "/people")))
                .contains("\"reason\":\"NO_ADDRESS\"", "\"basis\":\"EXPRESS\"", "\"total\":4");
        assertThat(pages.as(Role.STAFF).open("/directory/segment").select("[data-hx-get=" + segment + "/size]"))
                .hasSize(1);
        assertThat(Pages.text(pages.as(Role.STAFF).get(segment + "/size"))).contains("4 personnes");
        assertThat(pages.as(Role.VOLUNTEER).get(segment)).hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).get(segment + "/size")).hasStatus(403);
    }

    @Test
    void issueLeavesInEachLanguageAndTellsWhatCameOfIt() throws Exception {
        String issue = begin("fr", "es");
        assertThat(main(issue + "/send")).contains("ne dit plus ce que dit la langue de départ");
        write(issue, "SUBJECT", "title-fr=Nouvelles", "title-es=Noticias");
        write(issue, "LEAD", "body-fr=Bonjour à toutes et à tous", "body-es=Hola a todas y todos");
        write(
                issue,
                "ARTICLE",
                "title-fr=La grève",
                "body-fr=- un\n- deux",
                "title-es=La huelga",
                "url=https://orga.example/greve");
        write(issue, "LEAD", "body-fr=Bonjour", "body-es=Hola a todas y todos");
        assertThat(main(issue)).as("the Spanish text translates r1").contains("À revoir");
        assertThat(confirm(issue)).hasStatus(422);
        write(issue, "LEAD", "body-fr=Bonjour", "body-es=Hola a todas y todos", "same-es=true");
        assertThat(main(issue)).doesNotContain("À revoir");
        assertThat(main(issue + "/preview?person=" + ana.value())).contains("Ana Roy reçoit le numéro", "La huelga");

        assertThat(confirm(issue)).hasStatus(303);
        jobs.runAll();
        MimeMessage spanish = received(address("ana"));
        assertThat(spanish.getSubject()).isEqualTo("Noticias");
        assertThat(MailText.plain(spanish))
                .contains("Hola a todas", "La huelga", "https://orga.example/greve", "12, rue des Érables")
                .doesNotContain("[[");
        assertThat(spanish.getHeader("List-Id")[0]).startsWith("<news.");
        assertThat(html(spanish)).contains("<h2", "lang=\"es\"").doesNotContain("<img", "[[");
        assertThat(MailText.plain(received(address("bao")))).contains("Bonjour", "– un");
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(db.sql("SELECT max(length(body) + length(blocks)) FROM platform.mail_message")
                        .query(Integer.class)
                        .single())
                .as("the outbox does not store the text for each")
                .isLessThan(1_000);

        assertThat(mvc.post()
                        .uri(stopAddress(spanish))
                        .param("List-Unsubscribe", "One-Click")
                        .exchange())
                .hasStatusOk();
        assertThat(main(issue))
                .contains(
                        "Lettres préparées", "Remises au serveur 2", "Désabonnements 1", "Sans adresse de courriel 1");
        assertThat(main(issue + "/preview")).as("as a recipient").contains("Bao Roy reçoit le numéro");
        schedule.runWithoutMail();
        assertThat(db.sql("SELECT title FROM plan.realisation_summary WHERE state = 'DONE'")
                        .query(String.class)
                        .list())
                .contains("Infolettre n° 1 – Nouvelles");
        assertThat(main(segment)).contains("La lettre de cette semaine à son organisation est déjà partie ou attend");
    }

    @Test
    void resumedIssueReachesNobodyTwice() throws Exception {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        schedule.runWithoutMail();
        assertThat(db.sql("SELECT count(*) FROM outreach.newsletter WHERE recorded_on IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .as("no letter left")
                .isZero();
        assertThat(pages.as(Role.STAFF).post(issue + "/pause")).hasStatus(303);
        carry();
        assertThat(server.getReceivedMessages()).as("taken back").isEmpty();
        assertThat(main(issue)).contains("En pause");
        pages.as(Role.STAFF).post(issue + "/resume");
        jobs.runAll();
        carry();
        pages.as(Role.STAFF).post(issue + "/resume");
        jobs.runAll();
        carry();
        assertThat(recipients()).containsExactlyInAnyOrder(address("ana"), address("bao"));
        assertThat(main(issue)).contains("Remises au serveur 2");
    }

    @Test
    void colleagueIsToldAndHasTenMinutesToStop() throws Exception {
        fixture.addColleague("camille@orga.example");
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        assertThat(MailText.plain(received("camille@orga.example"))).contains("a confirmé l’envoi", issue);
        schedule.run();
        assertThat(main(issue)).contains("Prête à partir", "rien ne partira avant", "Arrêter");
        assertThat(pages.as(Role.STAFF).post(issue + "/stop")).hasStatus(303);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        schedule.run();
        jobs.runAll();
        assertThat(main(issue)).contains("À écrire");
        confirm(issue);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        schedule.run();
        jobs.runAll();
        carry();
        assertThat(recipients()).contains(address("ana"), address("bao"));
    }

    @Test
    void pausesItselfAfterTooManyRefusals() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        pages.as(Role.STAFF).post(issue + "/send", "version=" + version(issue), "errors=1");
        schedule.run();
        jobs.runAll();
        db.sql("UPDATE platform.mail_message SET state = 'FAILED', problem = 'BOUNCED' WHERE recipient LIKE 'ana%'")
                .update();
        schedule.run();
        assertThat(main(issue)).contains("trop d’adresses refusées", "Refusées 1");
    }

    @Test
    void anIssueOfWhichNoLetterArrivedKeepsNoNumber() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        schedule.runWithoutMail();
        assertThat(main(issue)).as("its letters wait").contains("Lettres préparées");
        assertThat(numbers()).containsExactly(1);
        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT' WHERE state = 'QUEUED'")
                .update();
        schedule.runWithoutMail();
        assertThat(main(issue)).contains("Aucune lettre n’est arrivée").doesNotContain("Lettres préparées");
        assertThat(Pages.parse(pages.as(Role.STAFF).get(issue))
                        .select("details")
                        .text())
                .as("who got nothing, and why")
                .contains("adresse refusée");
        assertThat(numbers()).isEmpty();
        assertThat(main(issue)).doesNotContain("Publier dans les archives");
        assertThat(pages.as(Role.COORDINATOR).post(issue + "/archive"))
                .as("an issue without a number has no address")
                .hasStatus(422);
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = now() WHERE state = 'FAILED'")
                .update();
        schedule.runWithoutMail();
        assertThat(numbers()).as("a letter sent again left").containsExactly(1);
    }

    private List<Integer> numbers() {
        return db.sql("SELECT number FROM outreach.newsletter WHERE number IS NOT NULL")
                .query(Integer.class)
                .list();
    }

    @Test
    void refusesConfirmedIssueAndHostileInput() {
        String issue = begin("fr");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                block(issue, "DATE"),
                                "version=1",
                                "title-fr=<script>alert(1)</script>",
                                "url=javascript:alert(1)"))
                .hasStatus(422);
        write(issue, "SUBJECT", "title-fr=Nouvelles <b>");
        assertThat(Pages.text(pages.as(Role.STAFF).get(issue + "/mail.html?language=fr")))
                .contains("&lt;b&gt;")
                .doesNotContain("<script");
        assertThat(pages.as(Role.STAFF).get(issue + "/mail.html?language=../x")).hasStatus(404);
        fixture.addColleague("camille.roy@orga.example");
        confirm(issue);
        assertThat(pages.as(Role.STAFF).post(block(issue, "SUBJECT"), "version=2", "title-fr=Autre"))
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).post(issue + "/stop")).hasStatus(403);
    }

    @Test
    void programWritesSendsAndCountsIssue() {
        MvcTestResult written = api("", """
                {"subject": "Par programme", "segment": "%s", "blocks": [{"kind": "ARTICLE", "title": "Un", "text": "Deux"}]}
                """.formatted(segment.replaceFirst(".*/", "")));
        assertThat(written).as(Pages.text(written)).hasStatus(201);
        String url = String.valueOf(written.getResponse().getHeader("Location"));
        MvcTestResult sent = api(url.replace("/api/v1/newsletters", "") + "/send", "{}");
        assertThat(sent).as(Pages.text(sent)).hasStatus(202);
        schedule.run();
        jobs.runAll();
        assertThat(Pages.text(pages.as(Role.STAFF).get(url)))
                .contains("\"state\":\"SENT\"", "\"WAITING\":2", "\"NO_ADDRESS\":1", "\"ROLE\":1");
        assertThat(api("", "{\"subject\": \"\", \"segment\": \"%s\", \"blocks\": []}".formatted(UUID.randomUUID())))
                .hasStatus(422);
    }

    @Test
    void anIssueThatReachedNobodyIsADraftAgainWithoutANumber() {
        fixture.addColleague("luz@orga.example");
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        db.sql(
                        "INSERT INTO directory.segment_letter (organisation, mailing, sent_on)"
                                + " SELECT DISTINCT organisation, gen_random_uuid(), CAST(? AS date) FROM directory.people_function")
                .param(settings.today())
                .update();
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        schedule.run();
        jobs.runAll();
        assertThat(main(issue))
                .contains("À écrire", "Aucune lettre n’est partie : une autre lettre de cette semaine")
                .doesNotContain("Lettres préparées", "laissée");
        assertThat(main("/")).contains("Infolettre pas partie : Nouvelles", "Aucune lettre n’est partie");
        assertThat(db.sql("SELECT count(number) FROM outreach.newsletter")
                        .query(Integer.class)
                        .single())
                .isZero();
        db.sql("DELETE FROM directory.segment_letter").update();
        assertThat(confirm(issue)).as("it can be sent again").hasStatus(303);
    }

    @Test
    void aConfirmedIssueIsTheLetterOfItsWeek() {
        fixture.addColleague("lou@orga.example");
        LocalDate today = settings.today();
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        pages.as(Role.STAFF).post(issue + "/send", "version=" + version(issue), "errors=20", "on=" + today.plusDays(9));
        assertThat(main(issue)).contains("L’avertissement aux collègues n’est pas encore parti");
        String other = begin("fr");
        write(other, "SUBJECT", "title-fr=Encore");
        assertThat(main(other + "/send?on=" + today.plusDays(2)))
                .as("a week apart")
                .contains("2 lettres partiraient");
        assertThat(main(other + "/send?on=" + today.plusDays(4))).contains("Aucune lettre", "déjà partie ou attend");
        pages.as(Role.STAFF).post(issue + "/stop");
        assertThat(main(other + "/send?on=" + today.plusDays(4))).contains("2 lettres partiraient");
    }
}
