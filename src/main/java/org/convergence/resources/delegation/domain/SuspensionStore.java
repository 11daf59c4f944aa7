package org.convergence.resources.delegation.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where suspensions are kept. */
interface SuspensionStore extends CrudRepository<Suspension, UUID> {}
