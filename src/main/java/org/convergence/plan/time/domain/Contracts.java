package org.convergence.plan.time.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores contracts. */
interface Contracts extends CrudRepository<Contract, UUID> {}
