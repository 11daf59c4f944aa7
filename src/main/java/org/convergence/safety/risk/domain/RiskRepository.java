package org.convergence.safety.risk.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of risks. */
interface RiskRepository extends CrudRepository<Risk, UUID> {}
