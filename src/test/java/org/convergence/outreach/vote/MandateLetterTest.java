package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.platform.door.DoorSource.DoorOutcome;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members name their delegates by a link; the door expects these people. */
@ModuleTest
class MandateLetterTest extends MandateLetterFixture {

    @Autowired
    private List<RecurringWork> recurring;

    @Test
    void asksWithTheNoticeAndShowsEachState() {
        assertThat(main(Role.STAFF, url() + "/mandates"))
                .contains("Fédération des grands vents 5 personnes déléguées", "Pas encore demandée", "Sans droit")
                .contains("Personne n’est nommé sur 7");
        String due = settings.today().plusDays(5).toString();
        String shown = Pages.parse(pages.as(Role.STAFF).post(url() + "/mandates", "due=" + due))
                .select("main")
                .text();
        assertThat(shown)
                .contains("Envoyer 1 avis avec le lien", "vents@exemple.org", "a droit à 5 personnes", "Ordre du jour");
        assertThat(pages.as(Role.STAFF)
                        .post(url() + "/mandates", "due=" + settings.today().plusDays(11)))
                .hasStatus(422);
        ask();
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Lettre : En attente d’envoi");
        String convened = "/outreach/assembly/meetings/" + meeting.value();
        for (String page : List.of(convened, convened + "/notice", "/outreach/assembly/meetings")) {
            assertThat(main(Role.STAFF, page))
                    .as(page)
                    .contains("1 en attente d’envoi")
                    .doesNotContain("destinataire", "Avis à envoyer");
        }
        assertThat(pages.as(Role.STAFF).open(convened).select("a.button.main").eachAttr("href"))
                .as("its notice goes with the letters to members")
                .containsExactly(url() + "/mandates");
        assertThat(pages.as(Role.STAFF)
                        .open(convened + "/notice")
                        .select("main .notice a")
                        .eachAttr("href"))
                .contains(url() + "/mandates");
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates", "due=" + due))
                .bodyText()
                .doesNotContain("vents@exemple.org");
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/take-back")).hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("Retenu");
    }

    @Test
    void namesAndChangesDelegatesByTheLinkUntilTheLastDay() {
        String link = ask();
        assertThat(stranger(link + "?in=fr"))
                .contains("Vous avez droit à 5 personnes déléguées. Selon la table", "pour 50");
        for (String language : List.of("fr", "en", "es")) {
            assertThat(stranger(link + "?in=" + language)).doesNotContain("public.", "vote.", "shell.");
        }
        assertThat(stranger(link + "?in=es")).contains("Persona delegada 1", "Elegir un archivo");
        assertThat(send(link, "delegate-1", "Éva Roy"))
                .hasStatus(422)
                .bodyText()
                .contains("qui signe la lettre");
        assertThat(send(
                        link,
                        "delegate-1",
                        "Éva Roy",
                        "delegate-2",
                        "éva roy",
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .hasStatus(422);
        assertThat(send(link, "delegate-1", "Éva Roy", "signedBy", "Luz Vega"))
                .as("without authority")
                .hasStatus(422);
        assertThat(send(link, "signedBy", "Luz Vega", "authority", "présidence"))
                .hasStatus(422);
        assertThat(send(link, "delegate-1", "Éva Roy", "delegate-mail-1", "eva@", "signedBy", "Luz Vega"))
                .hasStatus(422);
        assertThat(send(
                        link,
                        "delegate-1",
                        "Éva Roy",
                        "delegate-mail-1",
                        "eva@exemple.org",
                        "substitute-1",
                        "Ali Diop",
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .hasStatus(303);
        assertThat(stranger(link)).contains("C’est reçu : 1 personne nommée sur 5");
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value()))
                .contains(
                        "1 nommée sur 5",
                        "Éva Roy",
                        "Substitut",
                        "Lettre signée : Luz Vega, présidence. Donnée par son lien.");
        String version = Pages.require(pages.asStranger().get(link))
                .select("input[name=version]")
                .val();
        assertThat(send(
                        link,
                        "version",
                        version,
                        "delegate-1",
                        "Bo Côté",
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .hasStatus(303);
        assertThat(send(
                        link,
                        "version",
                        version,
                        "delegate-1",
                        "Cléo Diaz",
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .as("a second window with the letter as it was")
                .hasStatus(409);
        db.sql("UPDATE outreach.vote_mandate SET due_on = ?")
                .param(settings.today().minusDays(1))
                .update();
        assertThat(send(link, "delegate-1", "Cléo Diaz", "signedBy", "Luz Vega", "authority", "présidence"))
                .hasStatus(422);
        assertThat(main(Role.STAFF, url() + "/mandates")).contains("En retard : 1 nommée sur 5");
        assertThat(pages.asStranger().get(link)).hasStatus(410);
        db.sql("UPDATE outreach.assembly_meeting SET begins = begins - interval '41 days' WHERE id = ?")
                .param(meeting.value())
                .update();
        recurring.stream().filter(each -> each.name().equals("vote-sweep")).forEach(RecurringWork::run);
        assertThat(pages.asStranger().get(link)).hasStatus(404);
    }

    @Test
    void takesTheSignedLetterAndNothingElse() {
        String link = ask();
        assertThat(upload(link, "lettre.txt", "bonjour"))
                .hasStatus(422)
                .bodyText()
                .contains("PDF ou une photo");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url() + "/mandates/" + federation.value(),
                                "delegate-1=Éva Roy",
                                "signedBy=Luz Vega",
                                "authority=trésorerie"))
                .as("noted by hand")
                .hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value()))
                .contains("Lettre signée : Luz Vega, trésorerie. Notée par l’équipe.");
    }

    @Test
    void thePeopleNamedReplyAndAreExpectedAtTheDoor() {
        String link = ask();
        send(
                link,
                "delegate-1",
                "Éva Roy",
                "delegate-mail-1",
                "eva@exemple.org",
                "delegate-2",
                "Bo Côté",
                "substitute-1",
                "Ali Diop",
                "signedBy",
                "Luz Vega",
                "authority",
                "présidence");
        assertThat(main(Role.STAFF, url() + "/mandates/delegates")).contains("Envoyer 1 avis aux personnes déléguées");
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates/delegates", "confirmed=other"))
                .as("another preview is shown first")
                .hasStatus(200)
                .bodyText()
                .contains("eva@exemple.org");
        assertThat(convene()).hasStatus(303);
        assertThat(convene()).hasStatus(422);
        assertThat(main(Role.STAFF, url() + "/mandates/delegates"))
                .contains("Aucun avis à envoyer", "Sans courriel, à remettre autrement", "Bo Côté")
                .doesNotContain("Envoyer 0", "Éva Roy");
        assertThat(main(Role.STAFF, url() + "/mandates/remind")).contains("Personne à relancer");
        UUID eva = named("Éva Roy");
        String own = complete("vote_mandate", eva);
        assertThat(stranger(own)).contains("Y serez-vous");
        assertThat(reply(own, "COMING")).hasStatus(303);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value())).contains("Sera là", "Sans courriel");
        send(
                link,
                "delegate-1",
                "Éva Roy",
                "delegate-2",
                "Bo Côté",
                "delegate-3",
                "Cléo Diaz",
                "signedBy",
                "Luz Vega",
                "authority",
                "présidence");
        assertThat(named("Éva Roy")).as("she keeps her reply").isEqualTo(eva);
        assertThat(main(Role.STAFF, url() + "/mandates/" + federation.value())).contains("Sera là");

        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
        assertThat(guests()).containsExactlyInAnyOrder("Éva Roy EXPECTED", "Bo Côté EXPECTED", "Cléo Diaz EXPECTED");
        assertThat(enter(eva)).isEqualTo(DoorOutcome.DONE);
        assertThat(delegate("Fédération", 0).letterSeen())
                .as("no letter was uploaded")
                .isFalse();
        assertThat(enter(eva)).isEqualTo(DoorOutcome.DOUBLE);
        assertThat(main(
                        Role.STAFF,
                        "/outreach/vote/delegations/"
                                + delegation("Fédération").id().value()))
                .contains("Personnes attendues Bo Côté");
        checkIn("Fédération", "bo côté", null);
        assertThat(guests()).containsExactlyInAnyOrder("Éva Roy IN", "bo côté IN", "Cléo Diaz EXPECTED");
    }

    @Test
    void delegatesVoteByTheLinkOfTheirNotice() {
        send(
                ask(),
                "delegate-1",
                "Éva Roy",
                "delegate-mail-1",
                "eva@exemple.org",
                "substitute-1",
                "Ali Diop",
                "substitute-mail-1",
                "ali@exemple.org",
                "signedBy",
                "Luz Vega",
                "authority",
                "présidence");
        assertThat(convene()).hasStatus(303);
        String hers = complete("vote_mandate", named("Éva Roy"));
        String his = complete("vote_mandate", named("Ali Diop"));
        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
        assertThat(stranger(hers)).as("she has not come").doesNotContain("bulletin");
        assertThat(pages.asStranger().get(ballotAt(hers))).hasStatus(404);
        enter(named("Éva Roy"));
        assertThat(stranger(hers)).contains("Aucun vote nominal n’est ouvert");
        db.sql("UPDATE outreach.assembly_meeting SET begins = begins - interval '10 days' WHERE id = ?")
                .param(meeting.value())
                .update();
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        item = meetings.itemId(meeting, 3);
        VoteId vote = openNominal();
        assertThat(Pages.require(pages.asStranger().get(hers))
                        .select("#ballot a.main")
                        .attr("href"))
                .isEqualTo(ballotAt(hers));
        assertThat(stranger(hers)).contains("Ce lien est le vôtre");
        assertThat(stranger(his)).as("he bears no seat").doesNotContain("bulletin");
        Delegate eva = delegate("Fédération", 0);
        String byCode = door(() -> ballots.issueLink(eva.id()));
        assertThat(pages.asStranger().post(byCode, "vote=" + vote.value(), "all=AGAINST"))
                .hasStatus(303);
        assertThat(stranger(ballotAt(hers))).as("the same ballot").contains("Votre vote est reçu : 4 contre");
        assertThat(pages.asStranger().post(ballotAt(hers), "vote=" + vote.value(), "all=FOR"))
                .hasStatus(303);
        assertThat(main(Role.STAFF, "/outreach/vote/votes/" + vote.value())).contains("4 cartons ont voté sur 4");
        door(() -> {
            door.substitute(eva.id(), "Ali Diop", true);
            return true;
        });
        assertThat(pages.asStranger().get(ballotAt(hers)))
                .as("he took her seat")
                .hasStatus(404);
        assertThat(stranger(ballotAt(his))).contains("Votre vote est reçu : 4 pour");
        assertThat(pages.as(Role.STAFF).post("/outreach/assembly/meetings/" + meeting.value() + "/links/close"))
                .hasStatus(303);
        assertThat(pages.asStranger().get(ballotAt(his))).as("links are closed").hasStatus(404);
    }

    private static String ballotAt(String notice) {
        return notice.replace("/outreach/assembly/link/", BallotService.PATH);
    }
}
