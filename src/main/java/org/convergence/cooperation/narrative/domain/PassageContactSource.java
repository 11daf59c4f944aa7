package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last answer of a partner, by its page, about what a report says of it. */
@Component
@Requires(NarrativePermissions.READ)
record PassageContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT p.answered_on AS day, 'narrative.heard' AS key, '/cooperation/narrative/' || s.report AS url
                        FROM cooperation.narrative_passage p JOIN cooperation.narrative_section s ON s.id = p.section
                        WHERE p.organisation = :organisation AND p.answered_on <= :today
                        ORDER BY p.answered_on DESC, p.id DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query(RecordMapper.of(OrganisationContactEvent.class))
                .optional();
    }
}
