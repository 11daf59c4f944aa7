package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of follow-ups. */
interface FollowUpRepository extends CrudRepository<FollowUp, UUID> {}
