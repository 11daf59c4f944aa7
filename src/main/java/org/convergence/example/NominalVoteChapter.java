package org.convergence.example;

import java.util.List;
import java.util.Map;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** The ballots of a vote by name: each delegate with all cards, one against, one abstaining. */
@Component
record NominalVoteChapter(DoorService door, BallotService ballots, VoteService votes, AuditedOperations operations) {

    void cast(Actor who, MeetingId meeting, VoteId vote) {
        List<Delegate> delegates = operations.callAs(
                who,
                "vote.read",
                () -> door.findDelegations(meeting).stream()
                        .flatMap(each -> door.findDelegates(each.id()).stream())
                        .filter(each -> each.present() && each.cards() > 0)
                        .toList());
        for (int i = 0; i < delegates.size(); i++) {
            Delegate each = delegates.get(i);
            BallotChoice choice = i == 3 ? BallotChoice.AGAINST : i == 5 ? BallotChoice.ABSTAIN : BallotChoice.FOR;
            operations.runAs(who, "vote.cast", () -> ballots.cast(vote, each.id(), Map.of(choice, each.cards())));
        }
        operations.callAs(who, "vote.close", () -> votes.close(vote, CountedVotes.NOTHING));
    }
}
