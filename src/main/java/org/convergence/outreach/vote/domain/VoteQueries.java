package org.convergence.outreach.vote.domain;

import java.util.List;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.NamedBallot;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The votes of an assembly, with their candidates and results. */
@Service
@Transactional(readOnly = true)
@Requires(VotePermissions.READ)
public class VoteQueries {

    private final VoteRepository votes;
    private final RollRepository rolls;
    private final MeetingQueries meetings;
    private final BodyQueries bodies;

    VoteQueries(VoteRepository votes, RollRepository rolls, MeetingQueries meetings, BodyQueries bodies) {
        this.votes = votes;
        this.rolls = rolls;
        this.meetings = meetings;
        this.bodies = bodies;
    }

    /** The votes of a meeting with their candidates, and the ballots by name of closed ones. */
    public record MeetingVotes(List<Vote> votes, List<Candidate> candidates, List<NamedBallot> ballots) {

        /** The candidates of a vote. */
        public List<Candidate> candidatesOf(VoteId vote) {
            return candidates.stream().filter(each -> each.vote().equals(vote)).toList();
        }

        /** The amendments to a text, in the order in which they are voted. */
        public List<Vote> amendmentsTo(VoteId vote) {
            return votes.stream().filter(each -> vote.equals(each.amends())).toList();
        }
    }

    /** A delegate in the hall, and the name with that of the delegation. */
    public record DelegateMover(DelegateId delegate, String label) {}

    /** The votes of a meeting. */
    public MeetingVotes findByMeeting(MeetingId meeting) {
        return new MeetingVotes(
                votes.findByMeeting(meeting), votes.findCandidates(meeting), votes.findBallots(meeting));
    }

    /** A vote. */
    public Vote findById(VoteId id) {
        return votes.findById(id);
    }

    /** The cards whose ballot arrived in an open vote by name; never for which choice. */
    public int countCast(VoteId id) {
        return votes.countCast(id);
    }

    /** The roll of an open vote by name, those who have not voted first; it tells no choice. */
    @Requires(VotePermissions.COUNT)
    public List<RollEntry> findRoll(VoteId id, String words, int limit) {
        return rolls.findRoll(id, words.strip(), limit);
    }

    /** The delegates in the hall, who may propose and second a text, by name. */
    public List<DelegateMover> findMovers(MeetingId meeting) {
        return rolls.findMovers(meeting);
    }

    /** The majority that a vote asks for, by the rules of the meeting's day (R-GOV-8). */
    public Majority findMajority(Vote vote) {
        Meeting meeting = meetings.findById(vote.meeting());
        return bodies.findRulesOn(meeting.bodyId(), meeting.day()).majorities().stream()
                .filter(each -> each.article().equals(vote.article()))
                .findFirst()
                .orElseGet(() -> {
                    if (vote.article() != null) {
                        throw new Refused("assembly.refused.unknown-article");
                    }
                    return Majority.simple("–");
                });
    }
}
