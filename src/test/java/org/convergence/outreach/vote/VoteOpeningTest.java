package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
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
        assertThat(main(Role.STAFF, "/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .as("which text")
                .contains("Vote sur « d’agir ensemble ». Scrutin secret sur papier");
    }

    @Test
    void addsTheHandsOfTheHallAndThoseOfAVideoCall() {
        everybodyIsIn();
        String text = Pages.location(pages.as(Role.STAFF)
                .post(url() + "/votes/new", "item=" + item, "kind=TEXT", "method=HANDS", "text=d’agir ensemble"));
        assertThat(main(Role.STAFF, text)).doesNotContain("Zoom");
        assertThat(poll(text, "Éva Roy,Pour")).as("not open").hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(text + "/open")).hasStatus(303);
        assertThat(main(Role.STAFF, text)).contains("additionner la salle et Zoom");
        assertThat(pages.as(Role.STAFF).post(text + "/online", "hallInFavour=1"))
                .as("no file")
                .hasStatus(422);
        long documents = countDocuments();
        MvcTestResult added = poll(text, "Éva Roy,Pour\n2,Un invité,Contre");
        assertThat(added).hasStatusOk();
        assertThat(Pages.require(added).select("main").text().replace('\u00a0', ' '))
                .contains(
                        "17 pour, 0 contre et aucune abstention, soit 17 cartons de 1 personne",
                        "Non comptés : Un invité");
        assertThat(List.of("inFavour", "against", "abstained").stream()
                        .map(each -> Pages.require(added)
                                .select("form[action$=/close] input[name=" + each + "]")
                                .val())
                        .toList())
                .as("with the hall")
                .containsExactly("18", "1", "0");
        assertThat(main(Role.STAFF, text)).as("nothing is published").contains("Ouvert");
        assertThat(countDocuments()).as("the file is not kept").isEqualTo(documents);
    }

    private long countDocuments() {
        return db.sql("SELECT count(*) FROM platform.document")
                .query(Long.class)
                .single();
    }

    private MvcTestResult poll(String vote, String rows) {
        return mvc.post()
                .uri(vote + "/online")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "poll.csv", null, ("#,User Name,Adopter?\n1," + rows).getBytes(StandardCharsets.UTF_8)))
                .param("hallInFavour", "1")
                .param("hallAgainst", "1")
                .with(visitors.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }

    /** A generated hour of a vote by name: people leave, return, are replaced, vote rightly and wrongly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void publishesTheBallotsOfTheRollWhateverHappens(long seed) {
        everybodyIsIn();
        var random = new Random(seed);
        List<Delegate> roll = door(() -> door.findDelegations(meeting)).stream()
                .flatMap(each -> door(() -> door.findDelegates(each.id())).stream())
                .toList();
        VoteId vote = openNominal();
        Delegate late = checkIn("Fédération", "Zoé Nadeau", 0);
        Map<DelegateId, Map<BallotChoice, Integer>> given = new HashMap<>();
        for (int step = 0; step < 40; step++) {
            Delegate each = random.nextInt(8) == 0 ? late : roll.get(random.nextInt(roll.size()));
            boolean isPresent = door(() -> door.findDelegate(each.id())).present();
            Map<BallotChoice, Integer> parts = new EnumMap<>(BallotChoice.class);
            int inFavour = random.nextInt(each.cards() + 2);
            parts.put(BallotChoice.FOR, inFavour);
            parts.put(
                    random.nextBoolean() ? BallotChoice.AGAINST : BallotChoice.ABSTAIN,
                    random.nextInt(4) == 0 ? random.nextInt(3) : each.cards() - inFavour);
            boolean isRight =
                    isPresent && !each.id().equals(late.id()) && inFavour <= each.cards() && sum(parts) == each.cards();
            switch (random.nextInt(5)) {
                case 0 -> door(() -> door.setPresent(each.id(), !isPresent));
                case 1 -> {
                    String name = "Substitut " + step;
                    door(() -> {
                        door.substitute(each.id(), name, true);
                        return true;
                    });
                }
                default -> {
                    try {
                        count(() -> {
                            ballots.cast(vote, each.id(), parts);
                            return true;
                        });
                        assertThat(isRight).as("step %d: %s", step, parts).isTrue();
                        given.put(each.id(), parts);
                    } catch (Refused refused) {
                        assertThat(isRight)
                                .as("step %d: %s", step, refused.messageKey())
                                .isFalse();
                    }
                }
            }
        }
        count(() -> votes.close(vote, CountedVotes.NOTHING));
        Vote closed = count(() -> queries.findById(vote));
        assertThat(closed.present()).isEqualTo(19);
        assertThat(List.of(closed.inFavour(), closed.against(), closed.abstained()))
                .containsExactlyElementsOf(Stream.of(BallotChoice.values())
                        .map(choice -> given.values().stream()
                                .mapToInt(each -> each.getOrDefault(choice, 0))
                                .sum())
                        .toList());
    }

    private static int sum(Map<BallotChoice, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
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
