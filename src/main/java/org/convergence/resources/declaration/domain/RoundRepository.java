package org.convergence.resources.declaration.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** Persistence of rounds. */
interface RoundRepository extends CrudRepository<Round, UUID> {

    List<Round> findAllByOrderByCountedOnDesc();
}
