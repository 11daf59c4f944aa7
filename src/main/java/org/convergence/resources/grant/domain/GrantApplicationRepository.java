package org.convergence.resources.grant.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of applications. */
interface GrantApplicationRepository extends CrudRepository<GrantApplication, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<GrantApplication> findHeldById(UUID id);
}
