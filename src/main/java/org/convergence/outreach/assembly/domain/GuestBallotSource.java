package org.convergence.outreach.assembly.domain;

import java.util.Optional;
import java.util.UUID;

/** The ballots of guests who hold no seat; contributed by the module that counts votes. */
public interface GuestBallotSource {

    /**
     * The ballot of a guest.
     *
     * @param path its address, to which the secret of the guest's link is added
     * @param isOpen whether a vote by name is open
     */
    record GuestBallot(String path, boolean isOpen) {}

    /** The ballot of a guest who was checked in; empty if the guest was not, and after the assembly. */
    Optional<GuestBallot> findBallot(UUID guest);
}
