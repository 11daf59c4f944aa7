package org.convergence.cooperation.narrative.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

/** Persistence of passages. */
interface NarrativePassageRepository extends CrudRepository<NarrativePassage, UUID> {

    /** Locks the row until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<NarrativePassage> findHeldById(UUID id);

    /** The passages of a report, by section in the order in which they were added. */
    @Query("""
            SELECT p.* FROM cooperation.narrative_passage p JOIN cooperation.narrative_section s ON s.id = p.section
            WHERE s.report = :report ORDER BY s.position, p.id
            """)
    List<NarrativePassage> findByReport(UUID report);

    /** The passages that a partner may read, those of open reports first, then the latest. */
    @Query("""
            SELECT p.* FROM cooperation.narrative_passage p
            JOIN cooperation.narrative_section s ON s.id = p.section JOIN cooperation.narrative_report r ON r.id = s.report
            WHERE p.organisation = :organisation AND p.shown_on IS NOT NULL AND p.body <> ''
            ORDER BY r.filed_on IS NOT NULL, p.id DESC LIMIT 30
            """)
    List<NarrativePassage> findShown(UUID organisation);
}
