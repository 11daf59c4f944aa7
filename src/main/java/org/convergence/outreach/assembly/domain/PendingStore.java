package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where follow-ups are kept. */
interface PendingStore extends CrudRepository<FollowUp, UUID> {}
