package org.convergence.outreach.assembly.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of follow-ups. */
interface FollowUpRepository extends CrudRepository<FollowUp, UUID> {

    /** The follow-up that is to take up a resolution. */
    Optional<FollowUp> findByResolutionAndRetakesTrue(UUID resolution);
}
