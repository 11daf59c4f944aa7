package org.convergence.resources.declaration.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of rounds. */
interface RoundRepository extends CrudRepository<Round, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Round> findLockedById(UUID id);

    List<Round> findAllByOrderByCountedOnDesc();
}
