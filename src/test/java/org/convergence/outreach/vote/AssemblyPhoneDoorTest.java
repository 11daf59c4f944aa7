package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The door of an assembly on a phone: delegates named on arrival, leaving and returning, and the quorum of now. */
@ModuleTest
class AssemblyPhoneDoorTest extends AssemblyDayFixture {

    @Autowired
    private Clock clock;

    private String link = "";
    private String device = "d";
    private int sequence;

    @Test
    void leavingSuspendsTheCardsAndTheQuorumAndReturningRestoresThem() {
        link = Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        String federation = delegation("Fédération").id().value().toString();
        String union = delegation("Syndicat du petit port").id().value().toString();
        assertThat(list())
                .contains("Fédération des grands vents", "Personne dans la salle sur 7")
                .doesNotContain("Syndicat sans effectif");
        String alias = UUID.randomUUID().toString();
        add(federation, "Éva  Roy", alias);
        add(union, "Ali Diop", UUID.randomUUID().toString());
        assertThat(list())
                .contains(
                        "Éva Roy",
                        "2 personnes déléguées dans la salle sur 7",
                        "le quorum est atteint",
                        "cartons présents");
        assertThat(outcome(move("LEAVE", alias)))
                .as("by the id that the phone gave")
                .isEqualTo("DONE");
        assertThat(list()).contains("\"OUT\"", "1 personne déléguée dans la salle", "il n’y a pas quorum");
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value()))
                .contains("1 personne déléguée dans la salle sur 7", "il n’y a pas quorum");
        assertThat(outcome(move("RETURN", alias))).isEqualTo("DONE");
        assertThat(list()).contains("le quorum est atteint");

        assertThat(outcome(add(federation, "éva roy", UUID.randomUUID().toString())))
                .as("at the other door")
                .isEqualTo("DOUBLE");
        assertThat(outcome(add(
                        UUID.randomUUID().toString(), "Zoé", UUID.randomUUID().toString())))
                .isEqualTo("REFUSED");
        add(union, "Bo Côté", UUID.randomUUID().toString());
        MvcTestResult full = add(union, "Cléo Diaz", UUID.randomUUID().toString());
        assertThat(outcome(full)).isEqualTo("REFUSED");
        assertThat(Pages.text(full)).contains("2");

        assertThat(outcome(move("UNDO", alias)))
                .as("the second time is taken back, not the delegate")
                .isEqualTo("DOUBLE");
        assertThat(list()).contains("Éva Roy", "le quorum est atteint");
        assertThat(outcome(move("UNDO", alias))).isEqualTo("DONE");
        assertThat(list()).doesNotContain("Éva Roy");
        assertThat(outcome(move("UNDO", alias))).isEqualTo("REFUSED");
        assertThat(main(Role.VOLUNTEER, url()))
                .as("the log of rights keeps both")
                .contains("Éva Roy, Fédération des grands vents, reçoit", "entrée d’Éva Roy");
    }

    @Test
    void aDelegateWhomTwoPhonesNotedStaysUntilBothTakeItBack() {
        link = Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        String federation = delegation("Fédération").id().value().toString();
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        add(federation, "Éva Roy", first);
        device = "other";
        assertThat(outcome(add(federation, "Éva Roy", second))).isEqualTo("DOUBLE");
        assertThat(outcome(move("UNDO", second))).isEqualTo("DOUBLE");
        assertThat(list()).as("the first phone noted her too").contains("Éva Roy");
        assertThat(outcome(move("UNDO", second))).isEqualTo("REFUSED");
        assertThat(list()).contains("Éva Roy");

        device = "d";
        assertThat(outcome(move("LEAVE", first))).isEqualTo("DONE");
        assertThat(list()).contains("\"OUT\"");
        device = "other";
        assertThat(outcome(add(federation, "Éva Roy", UUID.randomUUID().toString())))
                .isEqualTo("DOUBLE");
        assertThat(list()).as("she is back").contains("\"IN\"").doesNotContain("\"OUT\"");
        device = "d";
        assertThat(outcome(move("LEAVE", first))).isEqualTo("DONE");
        assertThat(outcome(move("ENTER", first))).isEqualTo("DOUBLE");
        assertThat(list()).contains("\"IN\"").doesNotContain("\"OUT\"");
    }

    @Test
    void aSubstituteTakesTheSeatWholeByPhoneAndALaterMoveHolds() {
        link = Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        String federation = delegation("Fédération").id().value().toString();
        String alias = UUID.randomUUID().toString();
        add(federation, "Éva Roy", alias);
        int cards = delegate("Fédération", 0).cards();
        String ballot = door(() -> ballots.issueLink(delegate("Fédération", 0).id()));
        assertThat(outcome(move("LEAVE", alias))).isEqualTo("DONE");
        assertThat(outcome(substitute(alias, ""))).as("without a name").isEqualTo("REFUSED");
        assertThat(outcome(substitute(alias, "Zoé Nadeau"))).isEqualTo("DONE");
        assertThat(delegate("Fédération", 0))
                .extracting(Delegate::name, Delegate::cards, Delegate::present)
                .containsExactly("Zoé Nadeau", cards, true);
        assertThat(pages.asStranger().get(ballot))
                .as("the link of the bearer before")
                .hasStatus(404);
        assertThat(list()).contains("Zoé Nadeau").doesNotContain("Éva Roy", "\"OUT\"");
        assertThat(outcome(substitute(alias, "zoé nadeau")))
                .as("noted at the other door too")
                .isEqualTo("DONE");
        assertThat(door(() -> door.substituteAt(
                        delegate("Fédération", 0).id(),
                        "Bo Côté",
                        true,
                        clock.instant().minusSeconds(60))))
                .as("noted without network before a later move")
                .isFalse();
        MvcTestResult undone = move("UNDO", alias);
        assertThat(outcome(undone)).isEqualTo("REFUSED");
        assertThat(Pages.text(undone)).contains("Zoé Nadeau a pris ce siège");
        add(federation, "Bo Côté", UUID.randomUUID().toString());
        assertThat(outcome(substitute(alias, "Bo Côté")))
                .as("one person, one seat")
                .isEqualTo("REFUSED");
    }

    @Test
    void printsTheListOfTheDoorAndTheBallotsOfASecretVote() throws Exception {
        everybodyIsIn();
        assertThat(main(Role.VOLUNTEER, url())).contains("Liste à imprimer, à signer");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url() + "/list.pdf")).hasStatus(403);
        assertThat(pdf(Role.VOLUNTEER, url() + "/list.pdf"))
                .contains(
                        "Fédération des grands vents 5 personnes déléguées, 17 cartons",
                        "Éva Roy",
                        "Luz Vega",
                        "Signature")
                .doesNotContain("sans effectif");
        String election = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=ELECTION", "text=deux postes au CA", "seats=2"));
        assertThat(main(Role.STAFF, election)).as("without candidates").doesNotContain("Bulletins à imprimer");
        for (String name : List.of("Ana Roy", "Bo Côté", "Cléo Diaz")) {
            assertThat(pages.as(Role.STAFF).post(election + "/candidates", "name=" + name))
                    .hasStatus(303);
        }
        assertThat(main(Role.STAFF, election)).contains("Bulletins à imprimer");
        assertThat(pages.as(Role.VOLUNTEER).get(election + "/ballots.pdf")).hasStatus(403);
        assertThat(pdf(Role.STAFF, election + "/ballots.pdf"))
                .contains(
                        "19 cartons sont présents",
                        "imprimez-la 5 fois",
                        "Voix pour Cléo Diaz",
                        "Cochez 2 noms au plus")
                .satisfies(text -> assertThat(text.split("Cléo Diaz", -1))
                        .as("counted once, on four ballots")
                        .hasSize(6));
        String hands = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=d’agir"));
        assertThat(pages.as(Role.STAFF).get(hands + "/ballots.pdf")).hasStatus(404);
    }

    private String pdf(Role role, String url) throws IOException {
        byte[] paper = pages.as(role).get(url).getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    @Test
    @Tag(TestTags.SLOW)
    void aHallOfThreeHundredEntersAndVotesFromOneAddress() {
        UUID federation = delegation("Fédération").id().value();
        db.sql("UPDATE outreach.vote_delegation SET delegates = 300, votes = 300 WHERE id = ?")
                .param(federation)
                .update();
        link = Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        for (int each = 1; each <= 300; each++) {
            assertThat(outcome(add(
                            federation.toString(),
                            "Personne " + each,
                            UUID.randomUUID().toString())))
                    .isEqualTo("DONE");
        }
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        VoteId vote = openNominal();
        for (Delegate each : door(() -> door.findDelegates(new DoorDelegationId(federation)))) {
            String ballot = door(() -> ballots.issueLink(each.id()));
            assertThat(pages.asStranger().get(ballot)).hasStatusOk();
            assertThat(pages.asStranger().post(ballot, "vote=" + vote.value(), "all=FOR"))
                    .hasStatus(303);
        }
        long started = System.nanoTime();
        count(() -> votes.close(vote, CountedVotes.NOTHING));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(count(() -> queries.findById(vote)).inFavour()).isEqualTo(300);
    }

    private String list() {
        return Pages.text(mvc.get().uri(link + "/list?device=d").exchange()).replace('\u00a0', ' ');
    }

    private MvcTestResult add(String delegation, String name, String alias) {
        return send("\"move\": \"ADD\", \"guests\": [\"" + delegation + "\"], \"alias\": \"" + alias
                + "\", \"name\": \"" + name + "\", \"letterSeen\": true");
    }

    private MvcTestResult move(String move, String guest) {
        return send("\"move\": \"" + move + "\", \"guests\": [\"" + guest + "\"]");
    }

    private MvcTestResult substitute(String guest, String name) {
        return send("\"move\": \"SUBSTITUTE\", \"guests\": [\"" + guest + "\"], \"name\": \"" + name
                + "\", \"letterSeen\": true");
    }

    private MvcTestResult send(String entry) {
        return new PartnerPhone(mvc, pages, link)
                .send(
                        device,
                        ++sequence,
                        "{" + entry + ", \"at\": " + clock.instant().toEpochMilli() + "}");
    }

    private static String outcome(MvcTestResult answer) {
        return JsonPath.read(Pages.text(answer), "$.answers[0].outcome");
    }
}
