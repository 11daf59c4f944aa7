package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where resolutions are kept. */
interface ResolutionStore extends CrudRepository<Resolution, UUID> {}
