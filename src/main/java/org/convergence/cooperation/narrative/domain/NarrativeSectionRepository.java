package org.convergence.cooperation.narrative.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of sections. */
interface NarrativeSectionRepository extends CrudRepository<NarrativeSection, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<NarrativeSection> findHeldById(UUID id);

    /** The sections of a report, in order. */
    @Query("SELECT s.* FROM cooperation.narrative_section s WHERE s.report = :report ORDER BY s.position, s.id")
    List<NarrativeSection> findByReport(UUID report);
}
