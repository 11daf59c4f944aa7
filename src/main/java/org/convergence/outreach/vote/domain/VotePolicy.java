package org.convergence.outreach.vote.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.MajorityPolicy;
import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** The rules of a door and a count (R-VOTE-2 to R-VOTE-4, R-GOV-8): totals agree with the roll, or nothing is published. */
public final class VotePolicy {

    private VotePolicy() {}

    /** The result of a vote. */
    public enum VoteOutcome {
        CARRIED,
        LOST,
        /** As many for as against, or as many voices for two candidates of one seat: the assembly must decide. */
        TIED,
        ELECTED,
        /** Not more candidates than seats: nobody votes. */
        ACCLAIMED
    }

    /** The choice on a ballot by name. */
    public enum BallotChoice {
        FOR,
        AGAINST,
        ABSTAIN
    }

    /**
     * The scrutineers' batch of a vote on paper.
     *
     * @param scrutineer with the second one, the two people who counted
     */
    public record PaperBatch(int distributed, int returned, int spoilt, String scrutineer, String second) {

        int valid() {
            return returned - spoilt;
        }
    }

    /**
     * The result of an election.
     *
     * @param tied candidates with as many voices for fewer seats than they are; empty for none
     */
    public record ElectionResult(VoteOutcome outcome, List<UUID> elected, List<UUID> tied) {}

    /**
     * The cards of the next delegate of a delegation: an even share of what is left, the larger shares first. They never
     * exceed the votes of the delegation (R-VOTE-3b).
     *
     * @param given the cards that its other delegates hold
     * @param came how many of its delegates have a seat
     */
    public static int nextCards(int votes, int delegates, int given, int came) {
        int left = votes - given;
        int seats = Math.max(1, delegates - came);
        return Math.max(0, (left + seats - 1) / seats);
    }

    /**
     * The cards of delegates after those left are handed to them: each one to the delegate who holds the fewest.
     *
     * @param cards that they hold, in the order in which they came; not empty
     */
    public static List<Integer> shareRemaining(int left, List<Integer> cards) {
        List<Integer> shared = new ArrayList<>(cards);
        for (int i = 0; i < left; i++) {
            int fewest = shared.indexOf(Collections.min(shared));
            shared.set(fewest, shared.get(fewest) + 1);
        }
        return List.copyOf(shared);
    }

    /** @throws Refused if more hands were counted than cards were present */
    public static void requireHands(VoteCount count) {
        int all = count.inFavour() + count.against() + count.abstentions();
        if (all > count.present()) {
            throw new Refused("vote.refused.hands", all, count.present());
        }
    }

    /**
     * @param counted the voices of valid ballots; of an election, one that is larger than their number is refused apart
     * @throws Refused if the batch does not agree with the roll, or with itself (R-VOTE-3)
     */
    public static void requireBatch(@Nullable PaperBatch batch, int present, @Nullable Integer counted) {
        if (batch == null) {
            throw new Refused("vote.refused.batch");
        }
        if (batch.scrutineer().isBlank()
                || batch.second().isBlank()
                || TextNormalizer.fold(batch.scrutineer()).equals(TextNormalizer.fold(batch.second()))) {
            throw new Refused("vote.refused.scrutineers");
        }
        if (batch.distributed() > present) {
            throw new Refused("vote.refused.distributed", batch.distributed(), present);
        }
        if (batch.returned() > batch.distributed()) {
            throw new Refused("vote.refused.returned", batch.returned(), batch.distributed());
        }
        if (batch.valid() < 0 || (counted != null && counted != batch.valid())) {
            throw new Refused("vote.refused.counted", counted == null ? 0 : counted, batch.spoilt(), batch.returned());
        }
    }

    /**
     * The figures of a secret vote whose valid ballots all say the same tell how each person voted (R-VOTE-3c).
     *
     * @param voices of each choice, or of each candidate
     * @throws Refused if one choice has all valid ballots
     */
    public static void requireDivided(PaperBatch batch, Collection<Integer> voices) {
        if (batch.valid() > 0 && voices.contains(batch.valid())) {
            throw new Refused("vote.refused.unanimous");
        }
    }

    /** The result of a text: a tie is told, it is never carried. */
    public static VoteOutcome decide(Majority rule, VoteCount count) {
        if (MajorityPolicy.carries(rule, count)) {
            return VoteOutcome.CARRIED;
        }
        return count.inFavour() > 0 && count.inFavour() == count.against() ? VoteOutcome.TIED : VoteOutcome.LOST;
    }

    /** Whether an election needs no vote. */
    public static boolean isAcclaimed(int candidates, int seats) {
        return candidates <= seats;
    }

    /**
     * The result of a contested election: the most voices win, and a tie for the last seat elects none of the tied.
     *
     * @throws Refused if the voices do not agree with the batch
     */
    public static ElectionResult elect(int seats, PaperBatch batch, Map<UUID, Integer> voices) {
        long all = 0;
        for (int each : voices.values()) {
            if (each > batch.valid()) {
                throw new Refused("vote.refused.candidate", each, batch.valid());
            }
            all += each;
        }
        if (all > (long) batch.valid() * seats) {
            throw new Refused("vote.refused.voices", all, batch.valid(), seats);
        }
        List<Map.Entry<UUID, Integer>> ranked = voices.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<UUID, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (ranked.size() <= seats) {
            return new ElectionResult(VoteOutcome.ELECTED, ids(ranked), List.of());
        }
        int last = ranked.get(seats - 1).getValue();
        if (ranked.get(seats).getValue() < last) {
            return new ElectionResult(VoteOutcome.ELECTED, ids(ranked.subList(0, seats)), List.of());
        }
        return new ElectionResult(
                VoteOutcome.TIED,
                ids(ranked.stream().filter(each -> each.getValue() > last).toList()),
                ids(ranked.stream().filter(each -> each.getValue() == last).toList()));
    }

    private static List<UUID> ids(List<Map.Entry<UUID, Integer>> ranked) {
        return ranked.stream().map(Map.Entry::getKey).toList();
    }

    /**
     * The parts of a ballot by name: whole, or split, and never more nor fewer than the cards of the delegate (R-VOTE-2).
     *
     * @throws Refused if they do not sum to the cards
     */
    public static void requireWhole(Map<BallotChoice, Integer> parts, int cards) {
        int all = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (all != cards || parts.values().stream().anyMatch(part -> part < 0)) {
            throw new Refused("public.vote.refused.parts", all, cards);
        }
    }

    /**
     * The text with an amendment.
     *
     * @param passage what is replaced; empty to add at the end
     * @throws Refused if the passage is not in the text, or is there more than once
     */
    public static String amend(String text, String passage, String replacement) {
        if (passage.isEmpty()) {
            return (text + " " + replacement).strip();
        }
        int at = text.indexOf(passage);
        if (at < 0 || text.indexOf(passage, at + 1) >= 0) {
            throw new Refused(at < 0 ? "vote.refused.passage" : "vote.refused.passage-twice", passage);
        }
        return (text.substring(0, at) + replacement + text.substring(at + passage.length()))
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
