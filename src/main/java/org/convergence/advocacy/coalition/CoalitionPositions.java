package org.convergence.advocacy.coalition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The positions that coalitions took in our name, for modules that cite one. */
public interface CoalitionPositions {

    /** The latest positions, the latest first. */
    List<CoalitionDecision> findLatest(int limit);

    /** The position with this id; empty if it was removed. */
    Optional<CoalitionDecision> findById(UUID id);

    /**
     * A position that a coalition took in our name.
     *
     * @param coalition the name of the coalition
     * @param page the page on which the position is read
     */
    record CoalitionDecision(UUID id, String coalition, String title, LocalDate takenOn, String page) {}
}
