package org.convergence.resources.delegation.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of suspensions. */
interface SuspensionRepository extends CrudRepository<Suspension, UUID> {}
