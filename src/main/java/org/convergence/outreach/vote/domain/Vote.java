package org.convergence.outreach.vote.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A vote.
 *
 * @param amends the text that an amendment changes; {@code null} for any other vote
 * @param text the text; of an amendment its new words; of an election, what is elected
 * @param passage of an amendment, the words that it replaces; empty to add at the end
 * @param article of the majority that is asked; {@code null} for the simple one
 * @param present the cards of those present when it opened; {@code null} before
 * @param quorumPresent with the number that was required, if it was opened without quorum; {@code null} otherwise
 * @param mover with the seconder, the delegates who propose it, with their delegations; {@code null} if not recorded
 * @param restored whether it was open in a backup that was restored, and not opened since
 * @param scrutineer with the second one, who counted the ballots; {@code null} before, and for any other vote
 */
public record Vote(
        VoteId id,
        int version,
        MeetingId meeting,
        UUID item,
        @Nullable VoteId amends,
        VoteKind kind,
        VoteMethod method,
        String text,
        @Nullable String passage,
        @Nullable String article,
        @Nullable Integer seats,
        VoteState state,
        @Nullable Instant closedAt,
        @Nullable Integer present,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstained,
        @Nullable Integer distributed,
        @Nullable Integer returned,
        @Nullable Integer spoilt,
        @Nullable String scrutineer,
        @Nullable String second,
        @Nullable VoteOutcome outcome,
        @Nullable UUID resolution,
        @Nullable String mover,
        @Nullable String seconder,
        @Nullable Integer quorumPresent,
        @Nullable Integer quorumRequired,
        boolean restored) {

    static final String TABLE = "outreach.vote";

    /** What is voted. */
    public enum VoteKind {
        TEXT,
        AMENDMENT,
        ELECTION
    }

    /** How it is voted. */
    public enum VoteMethod {
        /** Hands, counted in the hall and typed. */
        HANDS,
        /** Ballots on paper, which are secret. */
        PAPER,
        /** By name, each delegate on their phone. */
        NOMINAL
    }

    /** The state of a vote; one alone is open at a meeting. */
    public enum VoteState {
        DRAFT,
        OPEN,
        CLOSED
    }

    /** What is put to the vote. */
    public record VoteFacts(
            UUID item,
            VoteKind kind,
            VoteMethod method,
            String text,
            @Nullable String article,
            @Nullable Integer seats) {}

    /**
     * How a vote is opened.
     *
     * @param evenWithoutQuorum whether the chair opens it although there is no quorum
     * @param mover the delegate who proposes it; {@code null} for none, and for an election
     */
    public record OpeningFacts(
            boolean evenWithoutQuorum,
            @Nullable DelegateId mover,
            @Nullable DelegateId seconder) {

        /** Without mover. */
        public static OpeningFacts of(boolean evenWithoutQuorum) {
            return new OpeningFacts(evenWithoutQuorum, null, null);
        }
    }

    /**
     * What was counted.
     *
     * @param hands for, against, abstentions; {@code null} for an election and a vote by name
     * @param batch of a vote on paper; {@code null} for any other
     * @param candidates the voices of each candidate; empty unless it is an election
     * @param evenUnanimous whether a secret vote is published although all ballots say the same
     */
    public record CountedVotes(
            @Nullable CountedHands hands,
            @Nullable PaperBatch batch,
            Map<UUID, Integer> candidates,
            boolean evenUnanimous) {

        /** What a vote by name, or an acclamation, needs. */
        public static final CountedVotes NOTHING = new CountedVotes(null, null, Map.of(), false);

        public CountedVotes {
            candidates = Map.copyOf(candidates);
        }
    }

    /** Counted hands, or the voices of valid ballots. */
    public record CountedHands(int inFavour, int against, int abstained) {}

    /**
     * A candidate.
     *
     * @param interests as the candidate declares them; may be empty
     * @param voices {@code null} before the count, and without a vote
     * @param mandate at the seat that the candidate was elected to; {@code null} until it is recorded
     */
    public record Candidate(
            UUID id,
            VoteId vote,
            String name,
            String interests,
            @Nullable Integer voices,
            boolean elected,
            @Nullable UUID mandate) {}

    /** A ballot by name. */
    public record NamedBallot(VoteId vote, String delegation, String name, VotePolicy.BallotChoice choice, int cards) {}

    /**
     * A delegate on the roll of a vote by name.
     *
     * @param present whether the delegate is in the hall now: the cards of those who left are suspended
     * @param hasVoted whether a ballot arrived; never for which choice
     */
    public record RollEntry(
            DelegateId delegate, String name, String delegation, int cards, boolean present, boolean hasVoted) {}

    /** A vote. */
    public record VoteId(UUID value) implements Identifier {}
}
