package org.convergence.outreach.vote.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionFacts.DelegateMovers;
import org.convergence.outreach.assembly.domain.ResolutionFacts.OpenedVote;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts texts, amendments and elections to the vote, and closes votes on texts: the count agrees with the roll of those present, or
 * nothing is published. One vote is open at a time.
 */
@Service
@Transactional
@Requires(VotePermissions.COUNT)
public class VoteService {

    private final VoteRepository votes;
    private final DoorService door;
    private final MeetingQueries meetings;
    private final VoteQueries queries;
    private final MinutesQueries minutes;
    private final ResolutionService resolutions;

    VoteService(
            VoteRepository votes,
            DoorService door,
            MeetingQueries meetings,
            VoteQueries queries,
            MinutesQueries minutes,
            ResolutionService resolutions) {
        this.votes = votes;
        this.door = door;
        this.meetings = meetings;
        this.queries = queries;
        this.minutes = minutes;
        this.resolutions = resolutions;
    }

    /** Prepares a vote under an item of the agenda. */
    public VoteId create(MeetingId meeting, VoteFacts facts) {
        door.requireEditable(meeting);
        if (!meetings.point(facts.item()).meeting().equals(meeting)) {
            throw new Refused("vote.refused.item");
        }
        return votes.insert(meeting, facts, null, null);
    }

    /**
     * Prepares an amendment, which is voted before its text and after earlier amendments.
     *
     * @param passage the words of the text that it replaces; empty to add at the end
     * @throws Refused if the text is voted already, or does not hold the passage once
     */
    public VoteId amend(VoteId id, String passage, String replacement, VoteMethod method) {
        Vote text = lockDraft(id);
        if (text.kind() != VoteKind.TEXT) {
            throw new Refused("vote.refused.amends");
        }
        VotePolicy.amend(text.text(), passage, replacement);
        return votes.insert(
                text.meeting(),
                new VoteFacts(text.item(), VoteKind.AMENDMENT, method, replacement, null, null),
                id,
                passage);
    }

    /** Deletes a vote that was not opened. */
    public void delete(VoteId id) {
        Vote vote = lockDraft(id);
        if (!queries.findByMeeting(vote.meeting()).amendmentsTo(id).isEmpty()) {
            throw new Refused("vote.refused.amended");
        }
        votes.delete(id);
    }

    /**
     * Opens a vote: those present now may vote, with their cards.
     *
     * @throws Refused if there is no quorum now and the chair does not open it even so, the meeting is not held, another vote is open, an amendment comes first, nobody is present, or
     *     an election has no more candidates than seats
     */
    @Transactional(label = "vote.open")
    public void open(VoteId id, OpeningFacts opening) {
        Vote vote = lockDraft(id);
        VoteQueries.MeetingVotes all = queries.findByMeeting(vote.meeting());
        if (vote.seats() != null && VotePolicy.isAcclaimed(all.candidatesOf(id).size(), vote.seats())) {
            throw new Refused("vote.refused.acclaim");
        }
        Vote opened = openRoll(vote, all);
        if (!opening.evenWithoutQuorum() && opened.quorumPresent() != null) {
            throw new Refused("vote.refused.quorum");
        }
        DelegateId mover = opening.mover();
        if (mover != null && mover.equals(opening.seconder())) {
            throw new Refused("vote.refused.mover-twice");
        }
        if (vote.kind() != VoteKind.ELECTION) {
            votes.setMovers(id, describe(vote, mover), describe(vote, opening.seconder()));
        }
    }

    /** « Éva Roy (FNT) »: the bearer of now, whose seat may be taken by a substitute later. */
    private @Nullable String describe(Vote vote, @Nullable DelegateId id) {
        if (id == null) {
            return null;
        }
        return queries.findMovers(vote.meeting()).stream()
                .filter(each -> each.delegate().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("vote.refused.mover"))
                .label();
    }

    /** Opens a locked vote with the roll of those present, whatever is voted. */
    Vote openRoll(Vote vote, VoteQueries.MeetingVotes all) {
        if (door.requireEditable(vote.meeting()).state() != MeetingState.HELD) {
            throw new Refused("vote.refused.not-held");
        }
        if (votes.isAnotherOpen(vote.meeting())) {
            throw new Refused("vote.refused.another");
        }
        VoteId text = vote.amends() == null ? vote.id() : vote.amends();
        if (all.amendmentsTo(text).stream()
                .takeWhile(each -> !each.id().equals(vote.id()))
                .anyMatch(each -> each.state() != VoteState.CLOSED)) {
            throw new Refused("vote.refused.amendment-first");
        }
        if (vote.amends() != null) {
            VotePolicy.amend(votes.findById(vote.amends()).text(), Objects.requireNonNull(vote.passage()), vote.text());
        }
        votes.open(vote, minutes.findAttendance(vote.meeting()).quorum());
        Vote open = votes.findById(vote.id());
        if (present(open) == 0) {
            throw new Refused("vote.refused.nobody");
        }
        return open;
    }

    /** Takes the opening of a vote back: what was cast is destroyed, and it may be opened later. */
    @Transactional(label = "vote.take-back")
    public void takeBack(VoteId id) {
        votes.takeBack(lockOpen(id).id());
    }

    /**
     * Closes a vote and publishes its result. A text becomes a resolution of the minutes; a carried amendment changes its
     * text.
     *
     * @throws Refused if the totals do not agree with the roll, it is not open, or a secret vote is unanimous and is not
     *     to be published even so
     */
    @Transactional(label = "vote.close")
    public VoteOutcome close(VoteId id, CountedVotes counted) {
        Vote vote = lockOpen(id);
        if (vote.kind() == VoteKind.ELECTION) {
            throw new Refused("vote.refused.each-candidate");
        }
        int present = present(vote);
        VoteCount count = count(vote, counted, present);
        PaperBatch batch = vote.method() == VoteMethod.PAPER ? counted.batch() : null;
        if (count.inFavour() + count.against() + count.abstentions() == 0) {
            throw new Refused("vote.refused.nothing");
        }
        VoteOutcome outcome = VotePolicy.decide(queries.findMajority(vote), count);
        UUID resolution = null;
        if (vote.amends() == null) {
            boolean unanimous = count.inFavour() == present;
            resolution = resolutions.record(
                    vote.item(),
                    new ResolutionFacts(
                            vote.text(),
                            null,
                            null,
                            unanimous
                                    ? null
                                    : new ResolutionFacts.Ballot(
                                            count.inFavour(), count.against(), count.abstentions()),
                            vote.article(),
                            "",
                            null,
                            null),
                    new DelegateMovers(vote.mover(), vote.seconder()),
                    new OpenedVote(present, vote.quorumPresent(), vote.quorumRequired()));
        } else if (outcome == VoteOutcome.CARRIED) {
            Vote text = votes.lock(vote.amends());
            votes.setText(
                    text.id(), VotePolicy.amend(text.text(), Objects.requireNonNull(vote.passage()), vote.text()));
        }
        votes.close(vote.id(), outcome, count, batch, resolution);
        return outcome;
    }

    private VoteCount count(Vote vote, CountedVotes counted, int present) {
        if (vote.method() == VoteMethod.NOMINAL) {
            if (votes.countBroken(vote.id()) > 0) {
                throw new IllegalStateException("a ballot by name does not sum to its cards");
            }
            return votes.count(vote.id(), present);
        }
        CountedHands hands = counted.hands();
        if (hands == null) {
            throw new Refused("vote.refused.nothing");
        }
        VoteCount count = new VoteCount(hands.inFavour(), hands.against(), hands.abstained(), present);
        if (vote.method() == VoteMethod.PAPER) {
            VotePolicy.requireBatch(counted.batch(), present, hands.inFavour() + hands.against() + hands.abstained());
        }
        VotePolicy.requireHands(count);
        if (vote.method() == VoteMethod.PAPER && !counted.evenUnanimous()) {
            VotePolicy.requireDivided(
                    Objects.requireNonNull(counted.batch()),
                    List.of(hands.inFavour(), hands.against(), hands.abstained()));
        }
        return count;
    }

    private static int present(Vote vote) {
        return Objects.requireNonNullElse(vote.present(), 0);
    }

    /** @throws Refused if it was opened */
    Vote lockDraft(VoteId id) {
        return lock(id, VoteState.DRAFT, "vote.refused.opened");
    }

    /** @throws Refused if it is not open, or nothing may be written about the meeting */
    Vote lockOpen(VoteId id) {
        door.requireEditable(votes.findById(id).meeting());
        return lock(id, VoteState.OPEN, "vote.refused.not-open");
    }

    private Vote lock(VoteId id, VoteState state, String otherwise) {
        Vote vote = votes.lock(id);
        if (vote.state() != state) {
            throw new Refused(otherwise);
        }
        return vote;
    }
}
