package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a partner last sent by its page. */
@Component
@Requires(FieldworkPermissions.READ)
record PartnerEntryContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT received_on AS day, 'fieldwork.heard' AS key, '/cooperation/fieldwork/' || id AS url
                        FROM cooperation.fieldwork_entry WHERE organisation = :organisation AND received_on <= :today
                        ORDER BY received_on DESC, id DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query(RecordMapper.of(OrganisationContactEvent.class))
                .optional();
    }
}
