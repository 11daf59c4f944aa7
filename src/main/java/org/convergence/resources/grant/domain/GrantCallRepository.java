package org.convergence.resources.grant.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of calls. */
interface GrantCallRepository extends CrudRepository<GrantCall, UUID> {}
