package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of mandates. */
interface MandateRepository extends CrudRepository<Mandate, UUID> {}
