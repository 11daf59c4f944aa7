package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of resolutions. */
interface ResolutionRepository extends CrudRepository<Resolution, UUID> {}
