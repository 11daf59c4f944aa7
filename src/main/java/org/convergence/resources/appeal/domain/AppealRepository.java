package org.convergence.resources.appeal.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of appeals. */
interface AppealRepository extends CrudRepository<Appeal, UUID> {}
