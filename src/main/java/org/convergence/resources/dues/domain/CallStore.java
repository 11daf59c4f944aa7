package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of calls. */
interface CallStore extends CrudRepository<Call, UUID> {

    List<Call> findAllByOrderByReferenceDesc();

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Call> findHeldById(UUID id);
}
