package org.convergence.outreach.vote.domain;

import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.DoorDelegationId;
import org.convergence.resources.delegation.domain.DelegationPolicy.DelegationGround;
import org.jspecify.annotations.Nullable;

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
