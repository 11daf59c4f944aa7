package org.convergence.plan.realisation.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Stores realisations. */
interface RealisationRepository extends CrudRepository<Realisation, UUID> {

    /** Finds one and locks it until this transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Realisation> findHeldById(UUID id);
}
