package org.convergence.outreach.assembly.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of meetings. */
interface MeetingRepository extends CrudRepository<Meeting, UUID> {

    /** A meeting to change; locks its row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Meeting> findLockedById(UUID id);
}
