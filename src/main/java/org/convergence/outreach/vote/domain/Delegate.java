package org.convergence.outreach.vote.domain;

import java.time.Instant;
import org.convergence.outreach.vote.DelegateId;
import org.convergence.outreach.vote.DoorDelegationId;
import org.jspecify.annotations.Nullable;

/**
 * A delegate's seat in the hall.
 *
 * @param name the present bearer
 * @param letterSeen whether the mandate letter of the bearer was seen
 * @param present whether the bearer is in the hall: otherwise the cards do not vote
 */
public record Delegate(
        DelegateId id,
        DoorDelegationId delegation,
        String name,
        int cards,
        boolean letterSeen,
        boolean present,
        Instant arrivedAt,
        Instant changedAt) {

    Delegate withBearer(String bearer, boolean letter) {
        return new Delegate(id, delegation, bearer, cards, letter, true, arrivedAt, changedAt);
    }

    Delegate withPresence(boolean inHall) {
        return new Delegate(id, delegation, name, cards, letterSeen, inHall, arrivedAt, changedAt);
    }

    /** A kind of change of voting rights. */
    public enum MovementKind {
        RIGHT,
        ARRIVED,
        SUBSTITUTED,
        LEFT,
        RETURNED,
        /** An arrival that was a mistake, taken back. */
        UNDONE
    }

    /** A change of voting rights, with its time (R-VOTE-3). */
    public record Movement(MovementKind kind, Instant at, String delegation, String name, int cards) {}

    /**
     * The delegate at the door.
     *
     * @param cards {@code null} for an even share of what is left
     */
    public record DelegateFacts(
            String name, boolean letterSeen, @Nullable Integer cards) {}

    /**
     * The result of a check-in.
     *
     * @param before when the same delegate was checked in before, by another phone; {@code null} if this is the first time
     */
    public record DelegateArrival(
            Delegate delegate, @Nullable Instant before) {}
}
