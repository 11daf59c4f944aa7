package org.convergence.resources.subsidy.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of files. */
interface SubsidyRepository extends CrudRepository<Subsidy, UUID> {}
