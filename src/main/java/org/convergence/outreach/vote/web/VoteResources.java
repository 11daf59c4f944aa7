package org.convergence.outreach.vote.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DelegateArrival;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
import org.jspecify.annotations.Nullable;

/** What the API of the door and the votes takes and gives. */
final class VoteResources {

    private VoteResources() {}

    /** What a delegate who was checked in does. */
    enum DelegateMove {
        LEAVE,
        RETURN,
        /** Takes the check-in back. */
        UNDO,
        /** Another person takes the seat whole. */
        SUBSTITUTE
    }

    /** A delegate to check in, or what one who was checked in does. */
    record DelegateCheckInRequest(
            @ApiCondition(without = "move")
            @Schema(description = "Id of the delegation at this meeting, to check a delegate in")
            @Nullable
            UUID delegation,

            @ApiCondition(without = "delegation")
            @Schema(description = "Id of the member that sends the delegate, instead of its delegation")
            @Nullable
            UUID organisation,

            @ApiCondition(
                    with = "move",
                    is = {"", "SUBSTITUTE"})
            @Schema(description = "Of the delegate to check in, or of the substitute", maxLength = 200)
            @Nullable
            String name,

            @ApiCondition(with = "move") @Schema(description = "Id of a delegate who was checked in") @Nullable
            UUID delegate,

            @Schema(description = "Leaving suspends the cards, returning restores them; a substitute keeps them")
            @Nullable
            DelegateMove move,

            @ApiCondition(
                    with = "move",
                    is = {"", "SUBSTITUTE"})
            @Schema(description = "Whether the mandate letter was seen")
            @Nullable
            Boolean letterSeen,

            @ApiCondition(without = "move")
            @Schema(
                    description = "Voting cards; an even share of what is left by default",
                    minimum = "0",
                    maximum = "1000")
            @Nullable
            Integer cards) {}

    /** A delegate in the hall. */
    record DelegateCheckInResource(
            UUID id,
            UUID delegation,
            String name,
            int cards,
            boolean letterSeen,
            Instant arrivedAt,
            boolean present,

            @Schema(description = "Whether the same delegate was checked in before: nothing changed")
            boolean alreadyThere) {

        static DelegateCheckInResource of(DelegateArrival it) {
            return of(it.delegate(), it.before() != null);
        }

        static DelegateCheckInResource of(Delegate it, boolean alreadyThere) {
            return new DelegateCheckInResource(
                    it.id().value(),
                    it.delegation().value(),
                    it.name(),
                    it.cards(),
                    it.letterSeen(),
                    it.arrivedAt(),
                    it.present(),
                    alreadyThere);
        }
    }

    /** A delegation at the door. */
    record DoorDelegationResource(
            UUID id, String name, int delegates, int votes, DelegationGround ground, int present, int cards) {

        static DoorDelegationResource of(DoorDelegation it) {
            return new DoorDelegationResource(
                    it.id().value(), it.name(), it.delegates(), it.votes(), it.ground(), it.present(), it.cards());
        }
    }

    /** The delegations of a meeting. */
    record DoorResource(List<DoorDelegationResource> delegations) {}

    /** A vote to prepare. */
    record VoteRequest(
            @Schema(description = "Id of the agenda item") UUID item,

            @Schema(description = "TEXT or ELECTION") String kind,

            @Schema(description = "HANDS, PAPER or NOMINAL; an election is on paper")
            String method,

            @Schema(maxLength = 10_000) String text,

            @ApiCondition(with = "kind", is = "TEXT")
            @Schema(description = "Article of the by-laws with another majority", maxLength = 200)
            @Nullable
            String article,

            @ApiCondition(with = "kind", is = "ELECTION")
            @Schema(description = "Posts of an election", minimum = "1", maximum = "50")
            @Nullable
            Integer seats,

            @Schema(
                    description = "Whether to open it at once, for those present, which notes the quorum of now;"
                            + " false by default")
            @Nullable
            Boolean open,

            @Schema(description = "Whether to open it although there is no quorum now; false by default") @Nullable
            Boolean evenWithoutQuorum,

            @Schema(description = "Id of the delegate in the hall who proposes it, if it is opened at once") @Nullable
            UUID mover,

            @Schema(description = "Id of the delegate in the hall who seconds it, if it is opened at once") @Nullable
            UUID seconder) {}

    /** A ballot by name, whole or split: the parts sum to the delegate's cards. */
    record BallotRequest(
            @Schema(description = "Id of the delegate") UUID delegate,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained) {}

    /** The voices of a candidate. */
    record CandidateCount(UUID candidate, int voices) {}

    /** What was counted: hands, a batch of paper ballots, an election; nothing for a vote by name. */
    record CloseRequest(
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable Integer distributed,
            @Nullable Integer returned,
            @Nullable Integer spoilt,

            @Schema(maxLength = 200) @Nullable String scrutineer,

            @Schema(maxLength = 200) @Nullable String second,

            @ArraySchema(maxItems = 500) @Nullable List<CandidateCount> candidates,

            @Schema(
                    description = "Whether to publish a secret vote although all ballots say the same, which tells how"
                            + " each person voted; false by default")
            @Nullable
            Boolean evenUnanimous) {}

    /** A candidate, with the voices once they are counted. */
    record CandidateResource(UUID id, String name, @Nullable Integer voices, boolean elected) {}

    /** A vote; its figures are empty until it is closed. */
    record VoteResource(
            UUID id,
            VoteKind kind,
            VoteMethod method,
            String text,
            VoteState state,

            @Schema(description = "Cards of those present when it opened") @Nullable
            Integer present,

            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable VoteOutcome outcome,
            @Nullable UUID resolution,
            List<CandidateResource> candidates) {

        static VoteResource of(Vote it, List<Candidate> candidates) {
            return new VoteResource(
                    it.id().value(),
                    it.kind(),
                    it.method(),
                    it.text(),
                    it.state(),
                    it.present(),
                    it.inFavour(),
                    it.against(),
                    it.abstained(),
                    it.outcome(),
                    it.resolution(),
                    candidates.stream()
                            .map(each -> new CandidateResource(each.id(), each.name(), each.voices(), each.elected()))
                            .toList());
        }
    }
}
