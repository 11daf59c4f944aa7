package org.convergence.directory.exchange.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Where exchanges are kept. */
interface ExchangeStore extends CrudRepository<Exchange, UUID> {

    /** One that is to be changed: whoever else wants to change it waits until this transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Exchange> findHeldById(UUID id);
}
