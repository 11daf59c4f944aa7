package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last request of an organisation. */
@Component
@Requires(PartnerPermissions.READ)
record PartnerRequestContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT received_on AS day, 'partner.heard' AS key, '/cooperation/partner/requests/' || id AS url
                        FROM cooperation.partner_request WHERE organisation = :organisation AND received_on <= :today
                        ORDER BY received_on DESC, id DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query(RecordMapper.of(OrganisationContactEvent.class))
                .optional();
    }
}
