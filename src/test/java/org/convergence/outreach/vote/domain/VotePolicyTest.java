package org.convergence.outreach.vote.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.outreach.vote.domain.VotePolicy.BallotChoice.AGAINST;
import static org.convergence.outreach.vote.domain.VotePolicy.BallotChoice.FOR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.outreach.vote.domain.VotePolicy.ElectionResult;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a door and a count, against figures computed by hand (R-VOTE-2 to R-VOTE-4, R-GOV-8). */
class VotePolicyTest {

    @ParameterizedTest
    @CsvSource({
        // votes, delegates: the cards of each that comes, in order
        "17, 1, 17",
        "17, 5, 4 4 3 3 3",
        "5, 5, 1 1 1 1 1",
        "1, 2, 1 0",
        "8, 3, 3 3 2",
        "0, 2, 0 0",
    })
    void sharesTheCardsOfADelegationWithoutRest(int votes, int delegates, String shares) {
        int given = 0;
        StringBuilder all = new StringBuilder();
        for (int came = 0; came < delegates; came++) {
            int cards = VotePolicy.nextCards(votes, delegates, given, came);
            given += cards;
            all.append(came == 0 ? "" : " ").append(cards);
        }
        assertThat(all).hasToString(shares);
        assertThat(given).as("cards equal entitlement").isEqualTo(votes);
    }

    @ParameterizedTest
    @CsvSource({
        // left, the cards held, the cards held then
        "6, 4 4 3, 6 6 5",
        "1, 4 4 3, 4 4 4",
        "10, 17 0, 17 10",
        "2, 0, 2",
    })
    void handsWhatIsLeftToThoseWithTheFewestCards(int left, String held, String then) {
        assertThat(VotePolicy.shareRemaining(left, numbers(held))).isEqualTo(numbers(then));
    }

    private static List<Integer> numbers(String all) {
        return Stream.of(all.split(" ", -1)).map(Integer::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // article, for, against, abstentions, present, outcome
        "simple,  26, 25, 9, 60, CARRIED",
        "simple,  25, 25, 10, 60, TIED",
        "simple,  25, 26, 9, 60, LOST",
        "simple,  0, 0, 60, 60, LOST",
        "two,     40, 20, 0, 60, CARRIED",
        "two,     39, 20, 1, 60, LOST",
        "two,     20, 20, 20, 60, TIED",
        "four,    48, 12, 0, 60, CARRIED",
        "four,    47, 12, 1, 60, LOST",
    })
    void decidesByTheArticleCitedAndTellsATie(
            String article, int inFavour, int against, int abstained, int present, VoteOutcome outcome) {
        Majority rule =
                switch (article) {
                    case "two" -> new Majority("art. 31", 2, 3, false, false);
                    case "four" -> new Majority("art. 40", 4, 5, false, false);
                    default -> Majority.simple("–");
                };
        assertThat(VotePolicy.decide(rule, new VoteCount(inFavour, against, abstained, present)))
                .isEqualTo(outcome);
    }

    @Test
    void publishesNoMoreHandsThanCardsPresent() {
        VotePolicy.requireHands(new VoteCount(30, 10, 10, 50));
        refuses("vote.refused.hands", () -> VotePolicy.requireHands(new VoteCount(31, 10, 10, 50)));
    }

    @Test
    void publishesOnlyABatchThatAgreesWithTheRollAndWithItself() {
        VotePolicy.requireBatch(batch(50, 48, 1), 50, 47);
        refuses("vote.refused.distributed", () -> VotePolicy.requireBatch(batch(51, 48, 1), 50, 47));
        refuses("vote.refused.returned", () -> VotePolicy.requireBatch(batch(47, 48, 1), 50, 47));
        refuses("vote.refused.counted", () -> VotePolicy.requireBatch(batch(50, 48, 1), 50, 48));
        refuses("vote.refused.counted", () -> VotePolicy.requireBatch(batch(50, 48, 1), 50, 46));
        refuses("vote.refused.counted", () -> VotePolicy.requireBatch(batch(50, 2, 3), 50, null));
        refuses("vote.refused.batch", () -> VotePolicy.requireBatch(null, 50, 47));
        refuses(
                "vote.refused.scrutineers",
                () -> VotePolicy.requireBatch(new PaperBatch(50, 48, 1, "Éva Roy", "eva  roy"), 50, 47));
    }

    @Test
    void publishesFiguresOnlyIfTheyAgreeWithTheRollWhateverIsTyped() {
        var random = new Random(24);
        int published = 0;
        for (int i = 0; i < 20_000; i++) {
            int present = random.nextInt(8);
            int distributed = random.nextInt(8);
            int returned = random.nextInt(8);
            int spoilt = random.nextInt(4);
            int counted = random.nextInt(8);
            boolean agrees = counted + spoilt == returned && returned <= distributed && distributed <= present;
            assertThat(accepts(() -> VotePolicy.requireBatch(batch(distributed, returned, spoilt), present, counted)))
                    .as(
                            "%d of %d distributed, %d back, %d spoilt, %d counted",
                            distributed, present, returned, spoilt, counted)
                    .isEqualTo(agrees);
            assertThat(accepts(() -> VotePolicy.requireHands(new VoteCount(distributed, returned, spoilt, present))))
                    .isEqualTo(distributed + returned + spoilt <= present);
            published += agrees ? 1 : 0;
        }
        assertThat(published).as("the draw has both").isBetween(100, 19_000);
    }

    private static boolean accepts(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    void electsTheMostVoicesAndNoneOfATieForTheLastSeat() {
        PaperBatch batch = batch(50, 40, 0);
        List<UUID> c = List.of(id(1), id(2), id(3), id(4));
        assertThat(VotePolicy.elect(2, batch, voices(c, 30, 10, 25, 5)))
                .isEqualTo(new ElectionResult(VoteOutcome.ELECTED, List.of(c.get(0), c.get(2)), List.of()));
        assertThat(VotePolicy.elect(2, batch, voices(c, 30, 20, 20, 5)))
                .isEqualTo(new ElectionResult(VoteOutcome.TIED, List.of(c.get(0)), List.of(c.get(1), c.get(2))));
        assertThat(VotePolicy.elect(2, batch, voices(c, 20, 20, 5, 20)).elected())
                .isEmpty();
        assertThat(VotePolicy.elect(2, batch, voices(c, 20, 20, 5, 5)).tied())
                .as("both first take a seat")
                .isEmpty();
        assertThat(VotePolicy.elect(2, batch, voices(c, 20, 0, 0, 0)).elected())
                .as("nobody is elected without a voice")
                .containsExactly(c.get(0));
        refuses("vote.refused.candidate", () -> VotePolicy.elect(2, batch, voices(c, 41, 0, 0, 0)));
        refuses("vote.refused.voices", () -> VotePolicy.elect(2, batch, voices(c, 40, 40, 1, 0)));
        assertThat(VotePolicy.isAcclaimed(2, 2)).isTrue();
        assertThat(VotePolicy.isAcclaimed(3, 2)).isFalse();
    }

    @Test
    void castsABallotOfSeventeenWholeOrSplit() {
        VotePolicy.requireWhole(Map.of(FOR, 17), 17);
        VotePolicy.requireWhole(Map.of(FOR, 11, AGAINST, 6), 17);
        refuses("public.vote.refused.parts", () -> VotePolicy.requireWhole(Map.of(FOR, 11, AGAINST, 5), 17));
        refuses("public.vote.refused.parts", () -> VotePolicy.requireWhole(Map.of(FOR, 18), 17));
        refuses("public.vote.refused.parts", () -> VotePolicy.requireWhole(Map.of(FOR, 18, AGAINST, -1), 17));
        refuses("public.vote.refused.parts", () -> VotePolicy.requireWhole(Map.of(), 17));
    }

    @Test
    void amendsThePassageThatIsInTheTextOnce() {
        String text = "d’adopter le plan et d’en rendre compte chaque année";
        assertThat(VotePolicy.amend(text, "chaque année", "deux fois par année"))
                .isEqualTo("d’adopter le plan et d’en rendre compte deux fois par année");
        assertThat(VotePolicy.amend(text, " et d’en rendre compte chaque année", ""))
                .isEqualTo("d’adopter le plan");
        assertThat(VotePolicy.amend(text, "", "aux membres")).endsWith("chaque année aux membres");
        refuses("vote.refused.passage", () -> VotePolicy.amend(text, "chaque mois", "x"));
        refuses("vote.refused.passage-twice", () -> VotePolicy.amend(text, "d’", "x"));
    }

    private static PaperBatch batch(int distributed, int returned, int spoilt) {
        return new PaperBatch(distributed, returned, spoilt, "Éva Roy", "Ali Diop");
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static Map<UUID, Integer> voices(List<UUID> candidates, int... voices) {
        Map<UUID, Integer> all = new LinkedHashMap<>();
        for (int i = 0; i < voices.length; i++) {
            all.put(candidates.get(i), voices[i]);
        }
        return all;
    }

    private static void refuses(String key, ThrowingCallable count) {
        assertThatThrownBy(count)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
    }
}
