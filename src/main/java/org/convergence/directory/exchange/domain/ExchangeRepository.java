package org.convergence.directory.exchange.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persists exchanges. */
interface ExchangeRepository extends CrudRepository<Exchange, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Exchange> findHeldById(UUID id);
}
