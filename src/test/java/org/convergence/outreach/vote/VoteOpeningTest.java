package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the chair is told before a vote is opened, and before its result is published; and the delegates who propose it. */
@ModuleTest
class VoteOpeningTest extends AssemblyDayFixture {

    @Test
    void opensWithoutQuorumOnlyIfTheChairSaysSo() {
        checkIn("Fédération", "Éva Roy", 17);
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        String text = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=d’agir ensemble"));
        assertThat(main(Role.STAFF, text)).contains("il n’y a pas quorum", "Ouvrir le vote quand même");
        assertThat(pages.as(Role.STAFF).post(text + "/open"))
                .as("it was lost since the page was read")
                .hasStatus(422)
                .bodyText()
                .contains("La présidence peut ouvrir");
        assertThat(pages.as(Role.STAFF).post(text + "/open", "evenWithoutQuorum=true"))
                .hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(text + "/take-back")).hasStatus(303);
        checkIn("Syndicat du petit port", "Ali Diop", null);
        assertThat(main(Role.STAFF, text)).doesNotContain("quorum", "quand même");
        assertThat(pages.as(Role.STAFF).post(text + "/open")).hasStatus(303);
    }

    @Test
    void keepsAVoteWithoutQuorumInTheMinutes() {
        everybodyIsIn();
        String page = "/outreach/assembly/meetings/" + meeting.value();
        door(() -> door.setPresent(delegate("Fédération", 0).id(), false));
        for (String text : List.of("d’agir ensemble", "de publier la lettre")) {
            String vote = Pages.location(pages.as(Role.STAFF)
                    .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=" + text));
            assertThat(pages.as(Role.STAFF).post(vote + "/open", "evenWithoutQuorum=true"))
                    .hasStatus(303);
            assertThat(pages.as(Role.STAFF).post(vote + "/close", "inFavour=2", "against=0", "abstained=0"))
                    .hasStatus(303);
            assertThat(main(Role.STAFF, vote)).contains("Vote ouvert sans quorum : 1 sur les 2 qu’il fallait.");
        }
        assertThat(main(Role.STAFF, page + "/minutes"))
                .contains("2 organisations sont représentées sur 2", "le quorum est atteint")
                .contains("Vote ouvert sans quorum : 1 sur les 2 qu’il fallait.");
        assertThat(db.sql("SELECT to_char(quorum_at, 'SS.US') FROM outreach.assembly_meeting WHERE id = ?")
                        .param(meeting.value())
                        .query(String.class)
                        .single())
                .as("minutes tell hours and minutes")
                .isEqualTo("00.000000");
    }

    @Test
    void notesTheQuorumOfThoseInTheHall() {
        everybodyIsIn();
        door(() -> door.setPresent(delegate("Fédération", 0).id(), false));
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .as("as the door tells it, not with those who left")
                .contains("1 organisation est représentée sur 2", "il n’y a pas quorum");
    }

    @Test
    void warnsBeforeAUnanimousSecretVoteIsPublished() {
        everybodyIsIn();
        String text = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=PAPER", "text=d’agir ensemble"));
        assertThat(pages.as(Role.STAFF).post(text + "/open")).hasStatus(303);
        List<String> batch = List.of(
                "scrutineer=Ana Côté", "second=Bo Tran", "distributed=19", "returned=19", "spoilt=1", "abstained=0");
        assertThat(closed(text, batch, "inFavour=19", "against=0"))
                .hasStatus(422)
                .bodyText()
                .contains("Recomptez");
        assertThat(closed(text, batch, "inFavour=18", "against=0"))
                .hasStatus(422)
                .bodyText()
                .contains("comment chaque personne a voté", "Publier quand même");
        assertThat(main(Role.STAFF, text)).as("nothing is published").contains("Ouvert");
        assertThat(closed(text, batch, "inFavour=18", "against=0", "evenUnanimous=true"))
                .hasStatus(303);
        assertThat(main(Role.STAFF, text)).contains("Adopté : 18 pour");
    }

    @Test
    void delegatesProposeAndSecondATextAndTheMinutesNameThem() {
        everybodyIsIn();
        String eva = delegate("Fédération", 0).id().value().toString();
        String ali = delegate("Syndicat du petit port", 0).id().value().toString();
        String text = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=d’agir ensemble"));
        assertThat(main(Role.STAFF, text)).contains("Éva Roy (Fédération des grands vents)");
        assertThat(pages.as(Role.STAFF).post(text + "/open", "mover=" + eva, "seconder=" + eva))
                .hasStatus(422)
                .bodyText()
                .contains("La même personne");
        assertThat(pages.as(Role.STAFF).post(text + "/open", "mover=" + UUID.randomUUID()))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(text + "/open", "mover=" + eva, "seconder=" + ali))
                .hasStatus(303);
        door(() -> {
            door.substitute(delegate("Fédération", 0).id(), "Zoé Nadeau", true);
            return true;
        });
        assertThat(pages.as(Role.STAFF).post(text + "/close", "inFavour=17", "against=2", "abstained=0"))
                .hasStatus(303);
        assertThat(main(Role.STAFF, text))
                .contains("Proposé par Éva Roy (Fédération des grands vents), appuyé par Ali");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .as("the person who proposed it, not the substitute")
                .contains("Il est proposé par Éva Roy (Fédération des grands vents), appuyé par Ali Diop "
                        + "(Syndicat du petit port), d’agir ensemble");
    }

    @Test
    void aDelegateDeclaresAnInterestUnderAnItem() {
        everybodyIsIn();
        String form = "/outreach/assembly/items/" + item + "/interests/new";
        String eva = "Éva Roy (Fédération des grands vents)";
        assertThat(main(Role.STAFF, form)).contains(eva);
        assertThat(pages.as(Role.STAFF).post(form, "person=Zoé Nadeau (ailleurs)", "nature=Actions"))
                .as("not in the hall")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(form, "person=" + eva, "nature=Son frère vend la salle", "abstained=true"))
                .hasStatus(303);
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .contains(eva)
                .contains("Son frère vend la salle");
        db.sql(
                        "UPDATE outreach.assembly_meeting SET adopted_on = begins::date, signed_on = begins::date, signed_by = 'Ana Roy'")
                .update();
        assertThat(db.sql("UPDATE outreach.assembly_interest SET delegate = '[retiré]'")
                        .update())
                .as("a name is replaced in signed minutes too")
                .isOne();
    }

    private MvcTestResult closed(String vote, List<String> batch, String... voices) {
        return pages.as(Role.STAFF)
                .post(
                        vote + "/close",
                        Stream.concat(batch.stream(), Stream.of(voices)).toArray(String[]::new));
    }
}
