package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The day of an assembly on its pages: the door, amendments and their text, an election. */
@ModuleTest
class AssemblyDayTest extends AssemblyDayFixture {

    @Test
    void runsTheDoorOnAPhoneWithItsQuorumLive() {
        assertThat(main(Role.VOLUNTEER, url()))
                .contains("5 personnes déléguées, 17 cartons", "2 personnes déléguées, 2 cartons", "Effectif inconnu")
                .contains("0 carton présent sur 19", "il n’y a pas quorum", "a besoin du réseau");
        String federation =
                "/outreach/vote/delegations/" + delegation("Fédération").id().value();
        assertThat(pages.as(Role.BOARD_MEMBER).post(federation, "name=Éva Roy")).hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).post(federation, "name=Éva Roy", "letterSeen=true", "cards=18"))
                .hasStatus(422)
                .bodyText()
                .contains("18 cartons, mais il en reste 17 sur 17");
        assertThat(pages.as(Role.VOLUNTEER).post(federation, "name=Éva Roy", "letterSeen=true", "cards=17"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(federation, "name=éva  roy", "letterSeen=true"))
                .as("a second phone")
                .hasStatus(303);
        assertThat(door(() -> door.findDelegates(delegation("Fédération").id())))
                .as("never two entries")
                .hasSize(1);
        Delegate union = checkIn("Syndicat du petit port", "Ali Diop", null);
        assertThat(union.cards()).isOne();
        assertThat(main(Role.VOLUNTEER, url()))
                .contains(
                        "18 cartons présents sur 19",
                        "2 organisations sont représentées sur 2",
                        "le quorum est atteint")
                .contains("Éva Roy, Fédération des grands vents, reçoit 17 cartons");

        String eva = pages.as(Role.VOLUNTEER)
                .open(federation)
                .select("form[action$=/leave]")
                .attr("action");
        assertThat(pages.as(Role.VOLUNTEER).post(eva)).hasStatus(303);
        assertThat(main(Role.VOLUNTEER, url())).contains("1 carton présent sur 19", "il n’y a pas quorum");
        assertThat(main(Role.VOLUNTEER, federation)).contains("Sortie à", "cartons suspendus");
        String substitute = eva.replace("/leave", "/substitute");
        assertThat(pages.as(Role.VOLUNTEER).post(substitute, "name=Zoé Nadeau", "letterSeen=true"))
                .hasStatus(303);
        assertThat(main(Role.VOLUNTEER, federation))
                .as("the seat is taken whole")
                .contains("Zoé Nadeau", "17 cartons, lettre vue")
                .doesNotContain("Éva Roy");
        assertThat(main(Role.VOLUNTEER, url() + "?q=PETIT"))
                .contains("petit port")
                .doesNotContain("sans effectif");
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        assertThat(db.sql("SELECT state || quorum_present FROM outreach.assembly_meeting WHERE id = ?")
                        .param(meeting.value())
                        .query(String.class)
                        .single())
                .isEqualTo("HELD2");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .isNotEmpty();
    }

    @Test
    void handsTheRemainingCardsOfADelegationAndUndoesAnArrivalBeforeARoll() {
        Delegate eva = checkIn("Fédération", "Éva Roy", null);
        checkIn("Fédération", "Bo Côté", null);
        Delegate left = checkIn("Fédération", "Cléo Diaz", null);
        checkIn("Syndicat du petit port", "Ali Diop", null);
        door(() -> door.setPresent(left.id(), false));
        String federation =
                "/outreach/vote/delegations/" + delegation("Fédération").id().value();
        assertThat(main(Role.STAFF, federation)).contains("Remettre les 6 cartons qui restent");
        assertThat(pages.as(Role.BOARD_MEMBER).post(federation + "/cards")).hasStatus(403);
        assertThat(pages.as(Role.VOLUNTEER).post(federation + "/cards")).hasStatus(303);
        assertThat(main(Role.STAFF, federation))
                .as("to those in the hall, evenly")
                .contains("Éva Roy7 cartons", "Bo Côté7 cartons", "Cléo Diaz3 cartons")
                .doesNotContain("qui restent");
        assertThat(main(Role.STAFF, url()))
                .contains("Éva Roy, Fédération des grands vents, porte maintenant 7 cartons");
        assertThat(pages.as(Role.VOLUNTEER).post(federation + "/cards"))
                .as("none is left")
                .hasStatus(422);
        String row = "/outreach/vote/delegates/";
        assertThat(pages.as(Role.VOLUNTEER).post(row + eva.id().value() + "/cards", "cards=8"))
                .hasStatus(422)
                .bodyText()
                .contains("8 cartons, mais il en reste 7 sur 17");
        assertThat(pages.as(Role.VOLUNTEER).post(row + eva.id().value() + "/cards", "cards=5"))
                .hasStatus(303);
        assertThat(pages.as(Role.VOLUNTEER).post(row + left.id().value() + "/undo"))
                .as("no vote had a roll")
                .hasStatus(303);
        assertThat(delegation("Fédération").given()).isEqualTo(12);
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        openNominal();
        assertThat(pages.as(Role.VOLUNTEER).post(federation + "/cards"))
                .as("a vote is open")
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(row + eva.id().value() + "/cards", "cards=1"))
                .hasStatus(422)
                .bodyText()
                .contains("Un vote est ouvert");
        assertThat(pages.as(Role.VOLUNTEER).post(row + eva.id().value() + "/undo"))
                .hasStatus(422)
                .bodyText()
                .contains("est sur la liste d’un vote");
    }

    @Test
    void votesAmendmentsThenTheTextAndFeedsTheMinutes() {
        everybodyIsIn();
        String text = Pages.location(pages.as(Role.STAFF)
                .post(
                        url() + "/votes/new",
                        "item=" + item,
                        "kind=TEXT",
                        "method=HANDS",
                        "text=d’adopter le plan chaque année",
                        "article=Modification des règlements, art. 31"));
        assertThat(pages.as(Role.STAFF)
                        .post(text + "/amendments", "passage=chaque mois", "replacement=x", "method=HANDS"))
                .hasStatus(422)
                .bodyText()
                .contains("Reprenez ses mots exacts");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                text + "/amendments",
                                "passage=chaque année",
                                "replacement=deux fois par année",
                                "method=HANDS"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(text + "/open"))
                .hasStatus(422)
                .bodyText()
                .contains("Un amendement se vote avant");
        String amendment = pages.as(Role.STAFF)
                .open(text)
                .select("ul.rows a[href*=/vote/votes/]")
                .attr("href");
        assertThat(pages.as(Role.STAFF).post(amendment + "/open")).hasStatus(303);
        String other = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=de lever la séance"));
        assertThat(pages.as(Role.STAFF).post(other + "/open"))
                .as("one vote at a time")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(amendment + "/close", "inFavour=17", "against=2", "abstained=1"))
                .hasStatus(422)
                .bodyText()
                .contains("20 voix, mais 19 cartons présents");
        assertThat(db.sql("SELECT count(in_favour) FROM outreach.vote WHERE meeting = ?")
                        .param(meeting.value())
                        .query(Long.class)
                        .single())
                .as("nothing is published")
                .isZero();
        assertThat(pages.as(Role.STAFF).post(amendment + "/close", "inFavour=17", "against=2", "abstained=0"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(text + "/open")).hasStatus(303);
        assertThat(main(Role.BOARD_MEMBER, text)).contains("d’adopter le plan deux fois par année");
        assertThat(pages.as(Role.STAFF).post(text + "/close", "inFavour=12", "against=7", "abstained=0"))
                .hasStatus(303);
        assertThat(main(Role.STAFF, text))
                .as("two thirds of 19 are 13")
                .contains("Rejeté : 12 pour, 7 contre, aucune abstention, pour 19 cartons présents.");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .contains(
                        "remplacer « chaque année » par « deux fois par année ». Adopté : 17 pour",
                        "adopter le plan deux fois par année",
                        "12 pour, 7 contre");
        assertThat(pages.as(Role.STAFF).post(text + "/close", "inFavour=19", "against=0", "abstained=0"))
                .as("closed once")
                .hasStatus(422);
    }

    @Test
    void electsOnPaperWithTwoScrutineersOrByAcclamation() {
        everybodyIsIn();
        String election = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=ELECTION", "text=deux postes au CA", "seats=2"));
        assertThat(main(Role.STAFF, election)).contains("se fait sur papier");
        for (String name : new String[] {"Ana Roy", "Bo Côté", "Cléo Diaz"}) {
            assertThat(pages.as(Role.STAFF)
                            .post(election + "/candidates", "name=" + name, "interests=Siège à la caisse"))
                    .hasStatus(303);
        }
        assertThat(pages.as(Role.STAFF).post(election + "/acclaim")).hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(election + "/open")).hasStatus(303);
        List<String> fields = pages.as(Role.STAFF)
                .open(election)
                .select("input[name^=voices-]")
                .eachAttr("name");
        assertThat(fields).hasSize(3);
        assertThat(count(election, fields, 20, 19, 1, 15, 10, 10))
                .hasStatus(422)
                .bodyText()
                .contains("20 bulletins distribués, mais 19 cartons présents");
        assertThat(count(election, fields, 19, 18, 1, 15, 9, 9)).hasStatus(303);
        assertThat(main(Role.STAFF, election))
                .contains(
                        "Personnes élues : Ana Roy (15 voix).",
                        "Égalité entre Bo Côté (9 voix) et Cléo Diaz (9 voix) pour le dernier poste",
                        "dépouillé par Éva Roy et Ali Diop : 19 bulletins distribués, 18 rendus, 1 rejeté");
        String second = Pages.location(pages.as(Role.STAFF).post(election + "/second-round"));
        assertThat(main(Role.STAFF, second))
                .contains("1 poste", "Bo Côté", "Cléo Diaz")
                .doesNotContain("Ana Roy");
        String remove = pages.as(Role.STAFF)
                .open(second)
                .select("form[action*=/candidates/]")
                .attr("action");
        assertThat(pages.as(Role.STAFF).post(remove)).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(second + "/acclaim")).hasStatus(303);
        assertThat(main(Role.STAFF, second)).contains("Personnes élues par acclamation : Cléo Diaz.");
        takesHerSeatInOneGesture(second);
    }

    private void takesHerSeatInOneGesture(String election) {
        BoardFixture.SeatedBoard directors = board.addBoard();
        PersonId cleo = board.addPerson("Cléo", "Diaz", "fr");
        String page = election + "/mandates";
        assertThat(pages.as(Role.STAFF).get(page)).hasStatus(403);
        assertThat(main(Role.COORDINATOR, election)).contains("Inscrire aux sièges");
        var form = pages.as(Role.COORDINATOR).open(page);
        String person = form.select("input[name^=person-]").attr("name");
        assertThat(form.select("input[value=" + cleo.value() + "]"))
                .as("the one of that name")
                .isNotEmpty();
        String seat = "seat-" + person.substring(7) + "=" + directors.seats().get(0);
        String who = person + "=" + cleo.value();
        String today = "since=" + settings.today();
        assertThat(pages.as(Role.COORDINATOR).post(page, who, today))
                .as("no seat")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(page, who, seat, "since=" + settings.today().minusDays(1)))
                .as("before the election")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(page, who, seat, today)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(page, who, seat, today))
                .as("once")
                .hasStatus(422);
        assertThat(db.sql("""
                        SELECT person FROM outreach.assembly_mandate WHERE seat = ? AND since = ?
                        """)
                        .params(directors.seats().get(0), settings.today())
                        .query(UUID.class)
                        .list())
                .containsExactly(cleo.value());
        assertThat(main(Role.STAFF, election)).contains("Siège inscrit").doesNotContain("Inscrire aux sièges");
        // As if the board had noted it by hand: the mandate is taken as it is.
        db.sql("UPDATE outreach.vote_candidate SET mandate = NULL").update();
        assertThat(main(Role.COORDINATOR, page)).contains("Occupe déjà un siège");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(page)
                        .select("select[name^=seat-] [selected]")
                        .val())
                .isEqualTo(directors.seats().get(0).toString());
        assertThat(pages.as(Role.COORDINATOR).post(page, who, seat, today)).hasStatus(303);
        assertThat(main(Role.STAFF, election)).contains("Siège inscrit");
    }

    private MvcTestResult count(
            String election, List<String> fields, int distributed, int returned, int spoilt, int... voices) {
        return pages.as(Role.STAFF).post(election + "/close", form -> {
            form.field("scrutineer", "Éva Roy").field("second", "Ali Diop");
            form.field("distributed", distributed).field("returned", returned).field("spoilt", spoilt);
            for (int i = 0; i < voices.length; i++) {
                form.field(fields.get(i), voices[i]);
            }
        });
    }
}
