package org.convergence.outreach.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages of an issue promise before it leaves, and what they tell afterwards. */
@ModuleTest
class NewsletterDepartureTest extends NewsletterScenario {

    @Autowired
    private RealisationRecorder realisations;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void refusesADepartureInThePast() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        var refused = pages.as(Role.STAFF)
                .post(
                        issue + "/send",
                        "version=" + version(issue),
                        "errors=20",
                        "on=" + settings.today().minusDays(28));
        assertThat(refused).hasStatus(422);
        assertThat(Pages.text(refused)).contains("Ce moment est passé");
        assertThat(main(issue)).contains("À écrire");
    }

    @Test
    void saysThatMailIsNotSetAndShowsTheDepartureToColleagues() {
        fixture.addColleague("camille@orga.example");
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        assertThat(main(issue + "/send"))
                .contains("À corriger Le courriel n’est pas encore configuré")
                .contains("l’avertissement à Claude Roy attend aussi")
                .doesNotContain("reçoit un courriel");
        confirm(issue);
        assertThat(main(issue)).doesNotContain("C’est confirmé. Départ");
        assertThat(main("/")).contains("Infolettre prête à partir : Nouvelles", "Voir ou arrêter");
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        schedule.runWithoutMail();
        assertThat(main(issue)).contains("Prête à partir").doesNotContain("Lettres préparées");
        assertThat(main(issue)).contains("rien ne partira avant").doesNotContain("On peut encore l’arrêter");
        pages.as(Role.STAFF).post(issue + "/stop");
        assertThat(main("/")).doesNotContain("Infolettre prête à partir");
    }

    @Test
    void anIssueThatCouldNotLeaveForADayIsADraftAgain() throws Exception {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Atelier de samedi");
        fixture.addColleague("noemie@orga.example");
        confirm(issue);
        clock.moveTo(clock.instant().plus(Duration.ofHours(26)));
        carry();
        assertThat(recipients()).as("told of an hour that is over").doesNotContain("noemie@orga.example");
        schedule.runWithoutMail();
        assertThat(main(issue)).contains("À écrire", "n’a pas pu partir à son heure");
        assertThat(main("/")).contains("Infolettre pas partie : Atelier de samedi");
        schedule.run();
        jobs.runAll();
        assertThat(main(issue)).as("it does not leave weeks late").contains("À écrire");
        confirm(issue);
        assertThat(main("/")).contains("Infolettre prête à partir").doesNotContain("Infolettre pas partie");
    }

    @Test
    void withholdsTheWarningOnceTheIssueIsStoppedAndSaysWhoStoppedIt() throws Exception {
        fixture.addColleague("claude@orga.example");
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        pages.as(Role.STAFF).post(issue + "/stop");
        carry();
        assertThat(recipients()).as("nothing is left to stop").isEmpty();
        assertThat(main(issue)).contains("Départ arrêté le", "par ");
        clock.moveTo(clock.instant().plusSeconds(60));
        confirm(issue);
        carry();
        assertThat(recipients()).as("of the second departure alone").containsExactly("claude@orga.example");
        assertThat(main(issue)).doesNotContain("Départ arrêté le");
    }

    @Test
    void countsTheWeekFromTheChosenDay() {
        LocalDate today = settings.today();
        db.sql(
                        "INSERT INTO directory.segment_letter (organisation, mailing, sent_on)"
                                + " SELECT DISTINCT organisation, gen_random_uuid(), CAST(? AS date) FROM directory.people_function")
                .param(today)
                .update();
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        assertThat(main(issue + "/send"))
                .as("the numbers are those of the proposed day")
                .contains("2 lettres partiraient", "Aujourd’hui, 2 personnes seraient laissées de côté", "ce jour-là");
        assertThat(pages.as(Role.STAFF)
                        .open(issue + "/send")
                        .select("form[method=post] input[name=on]")
                        .val())
                .isEqualTo(today.plusDays(7).toString());
        assertThat(confirm(issue)).hasStatus(422);
        assertThat(main(issue + "/send?on=" + today.plusDays(8))).contains("2 lettres partiraient");
        assertThat(pages.as(Role.STAFF)
                        .post(issue + "/send", "version=" + version(issue), "errors=20", "on=" + today.plusDays(8)))
                .hasStatus(303);
    }

    @Test
    void keepsAVariantHalfDoneWithoutSendingIt() {
        String issue = begin("fr", "es");
        write(issue, "SUBJECT", "title-fr=Nouvelles", "title-es=Noticias");
        write(issue, "LEAD", "body-fr=Bonjour", "body-es=Hola");
        write(issue, "ARTICLE", "title-fr=La grève", "body-fr=Un", "body-es=Uno");
        assertThat(pages.as(Role.STAFF).open(block(issue, "ARTICLE")).select("[name^=title-][required]"))
                .isEmpty();
        assertThat(main(issue)).contains("À revoir", "Uno");
        assertThat(confirm(issue)).as("it lacks its title").hasStatus(422);
    }

    @Test
    void tellsTheLatestAndNothingOfPeopleAtRisk() {
        db.sql("DELETE FROM plan.realisation").update();
        LocalDate today = settings.today();
        IntStream.range(0, 14)
                .forEach(i -> done("Atelier " + (char) ('A' + i), RealisationKind.WORKSHOP, today.minusDays(i)));
        done("Action urgente pour une déléguée", RealisationKind.PUBLICATION, today);
        done("Séjour au Chiapas", RealisationKind.MISSION, today);
        var begun = pages.as(Role.STAFF).post("/outreach/newsletter/new");
        String issue = Pages.location(begun);
        assertThat(main(issue))
                .contains("Atelier A", "Atelier L")
                .doesNotContain("Atelier M", "Action urgente", "Séjour");
        assertThat(begun.getResponse().getCookies())
                .as("the number left out is told")
                .hasSizeGreaterThan(0);
    }

    private void done(String title, RealisationKind kind, LocalDate on) {
        fixture.as(() -> {
            realisations.record(RecordRealisationCommand.done(
                    new RealisationSource(
                            "outreach.newsletter", "test", UUID.randomUUID().toString(), "/outreach/newsletter/test"),
                    new RealisationDetails(title, kind, DayRange.on(on), null, null, Set.of()),
                    Amounts.UNKNOWN,
                    PlanAttribution.serving(Set.of())));
            return title;
        });
    }

    @Test
    void tellsHowManyLettersLeftThatDay() {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        confirm(issue);
        jobs.runAll();
        assertThat(main(issue))
                .contains("2 lettres; 2 personnes laissées de côté", "En attente 2", "Lettres préparées")
                .doesNotContain("Partie le");
        carry();
        schedule.runWithoutMail();
        assertThat(main(issue)).contains("Partie le").doesNotContain("Lettres préparées");
        assertThat(main("/outreach/newsletter")).contains("Partie le").doesNotContain("Lettres préparées");
        fixture.someone("Flo", address("flo"), "fr", "Syndicat F", "Communications");
        assertThat(main(issue)).as("not the segment of today").doesNotContain("5 personnes");
        String elsewhere = begin("fr");
        write(elsewhere, "SUBJECT", "title-fr=Papier");
        assertThat(pages.as(Role.STAFF).post(elsewhere + "/elsewhere", "day=" + settings.today()))
                .hasStatus(303);
        assertThat(main(elsewhere))
                .contains("ses lettres ne sont pas comptées ici", "Envoyée avec un autre outil")
                .doesNotContain("Remises au serveur 0", "12 h");
        assertThat(main("/outreach/newsletter"))
                .as("a day without an hour")
                .containsPattern("Papier\\S+ \\S+ \\d{4} Envoyée");
        String late = begin("fr");
        write(late, "SUBJECT", "title-fr=Vieux papier");
        pages.as(Role.STAFF).post(late + "/elsewhere", "day=" + settings.today().minusDays(40));
        assertThat(db.sql("SELECT number IS NULL FROM outreach.newsletter ORDER BY leaves_at LIMIT 1")
                        .query(Boolean.class)
                        .single())
                .as("older than those with a number")
                .isTrue();
        assertThat(main(late)).contains("Envoyée avec un autre outil");
    }

    @Test
    void anotherToolGetsWhoMayBeWrittenToAndItsReturnsComeBack() throws Exception {
        String issue = begin("fr", "es");
        write(issue, "SUBJECT", "title-fr=Nouvelles", "title-es=Noticias");
        assertThat(main(issue + "/elsewhere")).as("not ready").doesNotContain("Déjà envoyé");
        write(issue, "LEAD", "body-fr=Bonjour", "body-es=Hola");
        int marks = db.sql("SELECT count(*) FROM directory.consent_mark")
                .query(Integer.class)
                .single();
        assertThat(main(issue + "/elsewhere")).contains("2 adresses à remettre", "Déjà envoyé");
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/hand-over", "version=" + version(issue)))
                .hasStatus(303);
        assertThat(main(issue))
                .contains("Remise à un autre outil", "2 adresses remises", "2 personnes laissées de côté")
                .doesNotContain("Remises au serveur");
        assertThat(csv(issue))
                .contains("Ana Roy;" + address("ana") + ";espagnol;Consentement", address("bao") + ";français")
                .doesNotContain(address("cleo"), address("emile"));
        assertThat(pages.as(Role.STAFF)
                        .open(issue + "/elsewhere")
                        .select("#html-es")
                        .val())
                .contains("Hola", "12, rue des Érables")
                .doesNotContain("[[stop]]", "href=\"\"");
        String other = begin("fr");
        write(other, "SUBJECT", "title-fr=Encore");
        assertThat(main(other + "/send?on=" + settings.today()))
                .as("the letter of this week")
                .contains("Aucune lettre");

        String lists = Pages.text(pages.as(Role.STAFF)
                .post(
                        issue + "/elsewhere/returns",
                        "unsubscribed=\"Email\",\"Date\"\n\"" + address("ANA") + "\",\"2026\"\nautre@ailleurs.example",
                        "failed=" + address("bao")));
        assertThat(lists)
                .contains("1 désabonnement noté; 1 rejet noté", "autre@ailleurs.example")
                .doesNotContain(address("bao"));
        assertThat(csv(issue)).as("a second download leaves them out").doesNotContain(address("ana"), address("bao"));
        assertThat(Pages.text(pages.as(Role.STAFF)
                        .post(
                                issue + "/elsewhere/returns",
                                "unsubscribed=" + address("ana") + " autre@ailleurs.example")))
                .contains("Aucun nouveau désabonnement", "1 adresse était déjà connue");
        assertThat(db.sql("SELECT count(*) FROM directory.consent_mark")
                        .query(Integer.class)
                        .single())
                .as("of Ana, and once of the address that nobody has")
                .isEqualTo(marks + 2);
        fixture.consents(fixture.someone("Autre", "autre@ailleurs.example", "fr", "Syndicat G", "Communications"));
        assertThat(main(issue)).contains("Revenues, d’après l’autre outil 1", "Désabonnements 1");
        fixture.withdraws(fixture.someone("Finn", address("finn"), "fr", "Syndicat F", "Trésorerie"));
        String quoted = "unsubscribed='" + address("finn") + "';";
        assertThat(Pages.text(pages.as(Role.STAFF).post(issue + "/elsewhere/returns", quoted)))
                .as("until then withdrawn from the newsletter alone")
                .contains("1 désabonnement noté");
        assertThat(Pages.text(pages.as(Role.STAFF).post(issue + "/elsewhere/returns", quoted)))
                .contains("Aucun nouveau désabonnement", "1 adresse était déjà connue");

        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere", "day=" + settings.today()))
                .hasStatus(303);
        assertThat(main(issue)).contains("Envoyée avec un autre outil", "2 adresses remises", "Désabonnements 1");
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/take-back")).hasStatus(422);
    }

    @Test
    void whatIsHandedOverAndTakenBackDoesNotCountForTheWeek() throws Exception {
        String issue = begin("fr");
        write(issue, "SUBJECT", "title-fr=Nouvelles");
        pages.as(Role.STAFF).post(issue + "/elsewhere/hand-over", "version=" + version(issue));
        assertThat(pages.as(Role.STAFF).post(issue + "/stop"))
                .as("it is not here to stop")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(issue + "/elsewhere/take-back")).hasStatus(303);
        assertThat(main(issue)).contains("À écrire");
        assertThat(db.sql("SELECT count(*) FROM directory.segment_letter")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(confirm(issue)).hasStatus(303);
    }

    private String csv(String issue) throws Exception {
        return mvc.get()
                .uri(issue + "/elsewhere/people.csv")
                .with(users.as(Role.STAFF))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
