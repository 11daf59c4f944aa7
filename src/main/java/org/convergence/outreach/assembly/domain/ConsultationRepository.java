package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Persistence of consultations. */
interface ConsultationRepository extends CrudRepository<Consultation, UUID> {

    /**
     * Consultations on the agenda of a meeting, the earliest first: those without all signatures until an earlier
     * meeting ratified them, those with all signatures at the first meeting after them, for its minutes.
     */
    @Query("""
            SELECT c.* FROM outreach.assembly_consultation c
            WHERE c.body = :body AND c.asked_on <= CAST(:begins AS date) AND NOT EXISTS (
                SELECT FROM outreach.assembly_resolution r JOIN outreach.assembly_meeting m ON m.id = r.meeting
                WHERE r.ratifies = c.id AND r.carried AND m.begins < :begins)
              AND (c.signed < c.entitled OR NOT EXISTS (
                SELECT FROM outreach.assembly_meeting m
                WHERE m.body = c.body AND m.state = 'HELD' AND m.begins < :begins
                  AND m.begins::date >= coalesce(c.closed_on, c.asked_on)))
            ORDER BY c.asked_on, c.id LIMIT 50
            """)
    List<Consultation> findStanding(UUID body, LocalDateTime begins);
}
