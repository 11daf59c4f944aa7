package org.convergence.education.workshop.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Persistence of sessions. */
interface WorkshopSessionRepository extends CrudRepository<WorkshopSession, UUID> {

    /** The sessions of a request that are not cancelled. */
    @Query(
            "SELECT * FROM education.workshop_session WHERE request = :request AND state <> 'CANCELLED' ORDER BY day, id")
    List<WorkshopSession> findByRequest(UUID request);
}
