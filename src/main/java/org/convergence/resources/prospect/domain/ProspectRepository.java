package org.convergence.resources.prospect.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of prospects. */
interface ProspectRepository extends CrudRepository<Prospect, UUID> {}
