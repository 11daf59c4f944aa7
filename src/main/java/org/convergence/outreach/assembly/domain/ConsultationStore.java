package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Where consultations are kept. */
interface ConsultationStore extends CrudRepository<Consultation, UUID> {

    /** Those of a body that were begun by a day and that no meeting has ratified yet, the earliest first. */
    @Query("""
            SELECT c.* FROM outreach.assembly_consultation c
            WHERE c.body = :body AND c.asked_on <= :day AND NOT EXISTS (
                SELECT FROM outreach.assembly_resolution r WHERE r.ratifies = c.id AND r.carried)
            ORDER BY c.asked_on, c.id LIMIT 50
            """)
    List<Consultation> findToRatify(UUID body, LocalDate day);
}
