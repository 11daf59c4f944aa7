package org.convergence.outreach.vote.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.Identifier;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
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

    Delegate withCards(int held) {
        return new Delegate(id, delegation, name, held, letterSeen, present, arrivedAt, changedAt);
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
        /** Cards handed or taken after the arrival. */
        CARDS,
        /** An arrival that was a mistake, taken back. */
        UNDONE
    }

    /**
     * A person named in a mandate letter who has not come, under the id that their seat will have.
     *
     * @param hasLetter whether the signed letter was uploaded
     */
    public record ExpectedDelegate(
            UUID id, DoorDelegationId delegation, String name, boolean substitute, boolean hasLetter) {}

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

    /**
     * A member at the door of an assembly.
     *
     * @param person a member for themselves; {@code null} for an organisation
     * @param delegates that it may send
     * @param votes its cards, all together
     * @param came delegates with a seat in the hall
     * @param given the cards that they hold
     * @param present delegates who are in the hall now
     * @param cards the cards of those present
     */
    public record DoorDelegation(
            DoorDelegationId id,
            MeetingId meeting,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name,
            int delegates,
            int votes,
            DelegationGround ground,
            int came,
            int given,
            int present,
            int cards) {

        boolean hasRight(int sent, int voices, DelegationGround reason) {
            return delegates == sent && votes == voices && ground == reason;
        }
    }

    /** A delegate's seat in the hall. */
    public record DelegateId(UUID value) implements Identifier {}

    /** A delegation at a meeting. */
    public record DoorDelegationId(UUID value) implements Identifier {}
}
