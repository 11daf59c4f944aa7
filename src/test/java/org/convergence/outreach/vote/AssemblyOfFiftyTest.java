package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestTags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An assembly of 50 delegates of 16 members, lived with the clock moved: letters ten days before, the door on two phones of
 * which one has a wrong clock, votes by hands, by name and on paper, the minutes, and what is deleted afterwards.
 */
@ModuleTest
@Tag(TestTags.SLOW)
class AssemblyOfFiftyTest extends AssemblyOfFiftyFixture {

    @Autowired
    private List<RecurringWork> works;

    @AfterEach
    void resetClock() {
        moving.reset();
    }

    @Test
    void fiftyDelegatesComeVoteAndAreInTheMinutes() throws Exception {
        Map<String, Integer> members = admitMembers();
        nameDelegates(members);
        assertThat(convene()).hasStatus(303);
        for (String each : List.of("Éva 1", "Personne 2 de Union 3", "Personne 1 de Fédération 4")) {
            links.put(each, complete("vote_mandate", named(each)));
            assertThat(reply(links.get(each), "COMING")).hasStatus(303);
        }

        moving.advance(
                Duration.between(settings.now(), settings.today().plusDays(10).atTime(8, 30)));
        item = meetings.itemId(meeting, 3);
        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
        comeIn(members);
        giveAllCardsToOne();
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);

        votesByHands();
        votesByName();
        electsOnPaper();
        readsTheMinutes();

        moving.advance(Duration.ofDays(40));
        works.stream().filter(each -> each.name().equals("vote-sweep")).forEach(RecurringWork::run);
        assertThat(db.sql("SELECT count(*) FROM outreach.vote_named n JOIN outreach.vote_mandate m ON m.id = n.mandate"
                                + " WHERE m.meeting = ? AND n.mail IS NOT NULL")
                        .param(meeting.value())
                        .query(Integer.class)
                        .single())
                .as("addresses a month after the assembly")
                .isZero();
        assertThat(pages.asStranger().get(ballotAt(links.getOrDefault("Éva 1", ""))))
                .as("a voting link")
                .hasStatus(404);
    }

    /** The federation gives its 17 cards to one of its five delegates. */
    private void giveAllCardsToOne() {
        List<Delegate> all = door(() ->
                door.findDelegates(delegation("Fédération des grands vents").id()));
        for (Delegate each : all) {
            if (!each.name().equals("Éva 1")) {
                setCards(each, 0);
            }
        }
        all.stream().filter(each -> each.name().equals("Éva 1")).forEach(each -> setCards(each, 17));
    }

    private void setCards(Delegate of, int cards) {
        assertThat(pages.as(Role.VOLUNTEER)
                        .post("/outreach/vote/delegates/" + of.id().value() + "/cards", "cards=" + cards))
                .hasStatus(303);
    }

    /** An amendment, then its text by the majority of an article, while a delegate is out. */
    private void votesByHands() {
        String text = newVote(
                "kind=TEXT",
                "method=HANDS",
                "text=de se réunir une fois",
                "article=Modification des règlements, art. 31");
        assertThat(pages.as(Role.STAFF)
                        .post(text + "/amendments", "passage=une fois", "replacement=deux fois", "method=HANDS"))
                .hasStatus(303);
        String amendment = pages.as(Role.STAFF)
                .open(text)
                .select("ul.rows a[href*=/vote/votes/]")
                .attr("href");
        opens(amendment);
        assertThat(pages.as(Role.STAFF).post(amendment + "/close", "inFavour=100", "against=20", "abstained=3"))
                .as("123 voices of 122 cards")
                .hasStatus(422);
        closes(amendment, "inFavour=100", "against=20", "abstained=2");
        Delegate out = delegate("Union 1", 0);
        door(() -> door.setPresent(out.id(), false));
        opens(text);
        closes(text, "inFavour=80", "against=40", "abstained=1");
        assertThat(main(Role.STAFF, text))
                .as("80 of 120 are two thirds")
                .contains("Adopté : 80 pour, 40 contre, 1 abstention, pour 121 cartons présents");
        door(() -> door.setPresent(out.id(), true));
    }

    /** Each delegate with cards votes on a phone; one splits 17 cards, two say nothing, one leaves and returns. */
    private void votesByName() {
        String vote = newVote("kind=TEXT", "method=NOMINAL", "text=d’agir ensemble");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                vote + "/open",
                                "mover=" + delegate("Union 2", 0).id().value(),
                                "seconder=" + delegate("Union 3", 1).id().value()))
                .hasStatus(303);
        String id = vote.substring(vote.lastIndexOf('/') + 1);
        int[] expected = {11, 6, 0};
        int silent = 0;
        List<Delegate> voters = new ArrayList<>();
        for (DoorDelegation each : door(() -> door.findDelegations(meeting))) {
            voters.addAll(door(() -> door.findDelegates(each.id())));
        }
        assertThat(voters).hasSize(50);
        for (int i = 0; i < voters.size(); i++) {
            Delegate each = voters.get(i);
            String ballot = links.containsKey(each.name())
                    ? ballotAt(links.get(each.name()))
                    : door(() -> ballots.issueLink(each.id()));
            if (each.name().equals("Éva 1")) {
                assertThat(pages.asStranger().post(ballot, "vote=" + id, "cards-FOR=11", "cards-AGAINST=5"))
                        .hasStatus(422);
                assertThat(pages.asStranger().post(ballot, "vote=" + id, "cards-FOR=11", "cards-AGAINST=6"))
                        .hasStatus(303);
            } else if (each.cards() == 0) {
                assertThat(pages.asStranger().post(ballot, "vote=" + id, "all=FOR"))
                        .as("no card")
                        .hasStatus(422);
            } else if (i % 24 == 7) {
                silent += each.cards();
            } else {
                if (i % 24 == 8) {
                    door(() -> door.setPresent(each.id(), false));
                    assertThat(pages.asStranger().post(ballot, "vote=" + id, "all=FOR"))
                            .as("in the corridor")
                            .hasStatus(422);
                    door(() -> door.setPresent(each.id(), true));
                }
                expected[i % 3] += each.cards();
                assertThat(pages.asStranger()
                                .post(
                                        ballot,
                                        "vote=" + id,
                                        "all="
                                                + List.of("FOR", "AGAINST", "ABSTAIN")
                                                        .get(i % 3)))
                        .as(each.name())
                        .hasStatus(303);
            }
        }
        assertThat(main(Role.STAFF, vote))
                .contains(CARDS - silent + " cartons ont voté sur " + CARDS)
                .doesNotContain(expected[0] + " pour");
        closes(vote);
        assertThat(main(Role.STAFF, vote))
                .contains(expected[0] + " pour, " + expected[1] + " contre, " + expected[2] + " abstention")
                .contains(
                        "Fédération des grands vents (Éva 1, 11 cartons)",
                        "Fédération des grands vents (Éva 1, 6 cartons)")
                .contains("Proposé par Personne 1 de Union 2 (Union 2), appuyé par Personne 2 de Union 3 (Union 3)");
        assertThat(pages.asStranger().post(ballotAt(links.getOrDefault("Éva 1", "")), "vote=" + id, "all=FOR"))
                .as("after the closing")
                .hasStatus(422);
    }

    private void electsOnPaper() {
        String election = newVote("kind=ELECTION", "text=deux postes au CA", "seats=2");
        for (String name : List.of("Ana Roy", "Bo Côté", "Cléo Diaz")) {
            assertThat(pages.as(Role.STAFF)
                            .post(election + "/candidates", "name=" + name, "interests=Siège à la caisse"))
                    .hasStatus(303);
        }
        opens(election);
        List<String> fields = pages.as(Role.STAFF)
                .open(election)
                .select("input[name^=voices-]")
                .eachAttr("name");
        String[] batch = {
            "scrutineer=Éva Roy",
            "second=Ali Diop",
            "distributed=122",
            "returned=120",
            "spoilt=2",
            fields.get(0) + "=100",
            fields.get(1) + "=70",
            fields.get(2) + "=60"
        };
        String[] wrong = batch.clone();
        wrong[2] = "distributed=123";
        assertThat(pages.as(Role.STAFF).post(election + "/close", wrong))
                .as("more ballots than cards")
                .hasStatus(422);
        closes(election, batch);
        assertThat(main(Role.STAFF, election)).contains("Personnes élues : Ana Roy (100 voix) et Bo Côté (70 voix)");
    }

    private void readsTheMinutes() throws Exception {
        String minutes = "/outreach/assembly/meetings/" + meeting.value() + "/minutes";
        assertThat(pages.as(Role.COORDINATOR).post(minutes + "/adopt", "on=" + settings.today()))
                .hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).post(minutes + "/sign", "on=" + settings.today(), "by=La présidence"))
                .hasStatus(303);
        byte[] paper = pages.as(Role.STAFF).get(minutes + "/pdf").getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .replace('\u00a0', ' ')
                            .replaceAll("\\s+", " "))
                    .contains(
                            "de se réunir deux fois",
                            "80 pour, 40 contre",
                            "Vote sur « d’agir ensemble ». Vote nominal.",
                            "Ana Roy (100 voix)")
                    .contains("Il est proposé par Personne 1 de Union 2", "le quorum est atteint");
        }
        assertThat(pages.as(Role.STAFF)
                        .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=x"))
                .as("signed")
                .hasStatus(422);
    }

    private String newVote(String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("item=" + item);
        return Pages.location(pages.as(Role.STAFF).post(url() + "/votes/new", all.toArray(String[]::new)));
    }

    private void opens(String vote) {
        assertThat(pages.as(Role.STAFF).post(vote + "/open")).hasStatus(303);
    }

    private void closes(String vote, String... counted) {
        assertThat(pages.as(Role.STAFF).post(vote + "/close", counted)).hasStatus(303);
    }
}
