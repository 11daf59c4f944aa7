package org.convergence.education.workshop.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of requests. */
interface WorkshopRequestRepository extends CrudRepository<WorkshopRequest, UUID> {}
