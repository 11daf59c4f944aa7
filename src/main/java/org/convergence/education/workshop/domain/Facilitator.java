package org.convergence.education.workshop.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.FacilitatorId;

/**
 * A facilitator.
 *
 * @param regions codes of places; empty for anywhere
 * @param note when available, in at most 500 characters
 * @param active whether still in the pool
 * @param workshops ids of those mastered
 */
public record Facilitator(
        FacilitatorId id,
        int version,
        PersonId person,
        String name,
        List<String> regions,
        String note,
        boolean active,
        List<UUID> workshops) {

    /** What the pool says of a facilitator. */
    public record FacilitatorFacts(List<String> regions, String note, boolean active, List<UUID> workshops) {}
}
