package org.convergence.outreach.vote.domain;

import java.io.InputStream;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.OnlinePoll.PollCount;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.Vote.VoteState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the hands of those who attend by video call from the report of a poll, which is not kept (R-VOTE-3e). */
@Service
@Transactional(readOnly = true)
@Requires(VotePermissions.COUNT)
public class OnlinePollService {

    private static final int MOST = 10_000;

    private final VoteRepository votes;
    private final RollRepository rolls;

    OnlinePollService(VoteRepository votes, RollRepository rolls) {
        this.votes = votes;
        this.rolls = rolls;
    }

    /**
     * Counts a report against the roll of an open vote by hands.
     *
     * @throws Refused if the vote is none, or the report cannot be read
     */
    public PollCount count(VoteId id, InputStream report) {
        Vote vote = votes.findById(id);
        if (vote.state() != VoteState.OPEN || vote.method() != VoteMethod.HANDS) {
            throw new Refused("vote.refused.not-hands");
        }
        return OnlinePoll.read(report).count(rolls.findRoll(id, "", MOST));
    }
}
