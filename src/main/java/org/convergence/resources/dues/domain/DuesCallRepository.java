package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of calls. */
interface DuesCallRepository extends CrudRepository<DuesCall, UUID> {

    List<DuesCall> findAllByOrderByReferenceDesc();

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<DuesCall> findLockedById(UUID id);
}
