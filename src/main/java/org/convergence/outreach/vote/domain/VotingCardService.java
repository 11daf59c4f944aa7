package org.convergence.outreach.vote.domain;

import java.util.List;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegationId;
import org.convergence.outreach.vote.domain.Delegate.MovementKind;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the cards of delegates after their arrival: never above the right of the delegation, nor while a vote is open. */
@Service
@Transactional
@Requires(VotePermissions.CHECK_IN)
public class VotingCardService {

    private final DoorService door;
    private final DoorRepository repository;
    private final VoteRepository votes;

    VotingCardService(DoorService door, DoorRepository repository, VoteRepository votes) {
        this.door = door;
        this.repository = repository;
        this.votes = votes;
    }

    /**
     * Hands the cards that are left of a delegation to its delegates in the hall, so that they hold as many as possible alike.
     *
     * @return the number handed
     * @throws Refused if none is left, no delegate is in the hall, or a vote is open
     */
    @Transactional(label = "vote.hand-cards")
    public int handRemaining(DoorDelegationId id) {
        DoorDelegation delegation = lock(id);
        int left = delegation.votes() - delegation.given();
        List<Delegate> present =
                repository.findDelegates(id).stream().filter(Delegate::present).toList();
        if (left <= 0 || present.isEmpty()) {
            throw new Refused("vote.refused.no-cards");
        }
        List<Integer> cards = VotePolicy.shareRemaining(
                left, present.stream().map(Delegate::cards).toList());
        for (int i = 0; i < cards.size(); i++) {
            save(present.get(i), cards.get(i));
        }
        return left;
    }

    /**
     * Corrects the cards of a delegate.
     *
     * @throws Refused if the delegation has fewer, or a vote is open
     */
    @Transactional(label = "vote.set-cards")
    public Delegate setCards(DelegateId id, int cards) {
        DoorDelegation delegation = lock(repository.findDelegate(id).delegation());
        Delegate it = repository.findDelegate(id);
        int left = delegation.votes() - delegation.given() + it.cards();
        if (cards > left) {
            throw new Refused("vote.refused.cards", cards, left, delegation.votes());
        }
        return save(it, cards);
    }

    /** The time of the last arrival or departure stays: a phone may still take a check-in back. */
    private Delegate save(Delegate it, int cards) {
        Delegate next = it.withCards(cards);
        if (it.cards() != cards) {
            repository.save(next, MovementKind.CARDS, it.changedAt());
        }
        return next;
    }

    private DoorDelegation lock(DoorDelegationId id) {
        DoorDelegation delegation = repository.lock(id);
        door.requireEditable(delegation.meeting());
        if (votes.isAnotherOpen(delegation.meeting())) {
            throw new Refused("vote.refused.cards-open");
        }
        return delegation;
    }
}
