package org.convergence.plan.time.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where contracts are kept. */
interface Contracts extends CrudRepository<Contract, UUID> {}
