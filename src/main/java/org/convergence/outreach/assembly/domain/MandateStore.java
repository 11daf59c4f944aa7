package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where mandates are kept. */
interface MandateStore extends CrudRepository<Mandate, UUID> {}
