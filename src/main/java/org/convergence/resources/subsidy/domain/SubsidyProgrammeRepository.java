package org.convergence.resources.subsidy.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of programmes. */
interface SubsidyProgrammeRepository extends CrudRepository<SubsidyProgramme, UUID> {}
