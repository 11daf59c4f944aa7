package org.convergence.plan.realisation.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where realisations are kept. */
interface RealisationStore extends CrudRepository<Realisation, UUID> {}
