package org.convergence.resources.grant.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of answers. */
interface GrantAnswerRepository extends CrudRepository<GrantAnswer, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<GrantAnswer> findHeldById(UUID id);
}
