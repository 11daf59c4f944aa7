package org.convergence.outreach.vote.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.MeetingRoll;
import org.convergence.outreach.assembly.MeetingRoll.RollCount;
import org.convergence.outreach.assembly.MeetingRollSource;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.outreach.vote.domain.VoteQueries.DelegateMover;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door and the votes of an assembly, for its quorum and its minutes. */
@Component
class VoteRollSource implements MeetingRollSource {

    private final DoorRepository door;
    private final VoteRepository votes;
    private final RollRepository rolls;

    VoteRollSource(DoorRepository door, VoteRepository votes, RollRepository rolls) {
        this.rolls = rolls;
        this.door = door;
        this.votes = votes;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MeetingRoll> findRoll(MeetingId meeting) {
        List<DoorDelegation> all = door.findDelegations(meeting);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<DoorDelegationId, List<Delegate>> delegates =
                door.findAllDelegates(meeting).stream().collect(Collectors.groupingBy(Delegate::delegation));
        return Optional.of(new MeetingRoll(
                new RollCount(
                        all.stream().mapToInt(DoorDelegation::delegates).sum(),
                        count(all.stream().filter(each -> each.delegates() > 0).toList())),
                new RollCount(
                        all.stream().mapToInt(DoorDelegation::came).sum(),
                        count(all.stream().filter(each -> each.came() > 0).toList())),
                new RollCount(
                        all.stream().mapToInt(DoorDelegation::present).sum(),
                        count(all.stream().filter(each -> each.present() > 0).toList())),
                all.stream().mapToInt(DoorDelegation::cards).sum(),
                all.stream()
                        .filter(each -> each.came() > 0)
                        .map(each -> each.name() + " ("
                                + delegates.getOrDefault(each.id(), List.of()).stream()
                                        .map(Delegate::name)
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .toList()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> findDelegates(MeetingId meeting) {
        return rolls.findMovers(meeting).stream().map(DelegateMover::label).toList();
    }

    /** The organisations among the delegations; members for themselves are delegates, not organisations. */
    private static int count(List<DoorDelegation> delegations) {
        return (int)
                delegations.stream().filter(each -> each.organisation() != null).count();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MinutesVote> findVotes(MeetingId meeting, Words t) {
        List<Vote> all = votes.findByMeeting(meeting);
        if (all.isEmpty()) {
            return List.of();
        }
        var whole = new VoteQueries.MeetingVotes(all, votes.findCandidates(meeting), votes.findBallots(meeting));
        return all.stream()
                .filter(each -> each.state() == VoteState.CLOSED)
                .map(each -> new MinutesVote(each.item(), VoteFormatter.formatMinutes(each, whole, t)))
                .filter(each -> !each.sentence().isEmpty())
                .toList();
    }

    @Override
    public String url(MeetingId meeting) {
        return "/outreach/vote/meetings/" + meeting.value();
    }
}
