package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.FacilitatorId;
import org.jspecify.annotations.Nullable;

/**
 * A facilitator.
 *
 * @param regions codes of places; empty for anywhere
 * @param note when available, in at most 500 characters
 * @param active whether still in the pool
 * @param workshops ids of those mastered
 * @param checkedOn when a background check was attested; {@code null} without one
 * @param checkedBy the school or service that attested it; {@code null} with the day
 */
public record Facilitator(
        FacilitatorId id,
        int version,
        PersonId person,
        String name,
        List<String> regions,
        String note,
        boolean active,
        List<UUID> workshops,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedBy) {

    /** What the pool says of a facilitator. */
    public record FacilitatorFacts(
            List<String> regions,
            String note,
            boolean active,
            List<UUID> workshops,
            @Nullable LocalDate checkedOn,
            @Nullable String checkedBy) {

        /** A facilitator without a background check. */
        public FacilitatorFacts(List<String> regions, String note, boolean active, List<UUID> workshops) {
            this(regions, note, active, workshops, null, null);
        }
    }
}
