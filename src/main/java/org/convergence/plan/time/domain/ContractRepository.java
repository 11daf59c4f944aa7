package org.convergence.plan.time.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Stores contracts. */
interface ContractRepository extends CrudRepository<Contract, UUID> {}
