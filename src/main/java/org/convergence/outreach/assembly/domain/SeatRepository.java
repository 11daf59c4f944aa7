package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of seats. */
interface SeatRepository extends CrudRepository<Seat, UUID> {}
