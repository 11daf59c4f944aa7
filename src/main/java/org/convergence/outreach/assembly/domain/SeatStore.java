package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Where seats are kept. */
interface SeatStore extends CrudRepository<Seat, UUID> {}
