package org.convergence.resources.subsidy.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of claims. */
interface SubsidyClaimRepository extends CrudRepository<SubsidyClaim, UUID> {}
