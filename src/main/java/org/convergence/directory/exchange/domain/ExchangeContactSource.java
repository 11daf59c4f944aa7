package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest exchange with an organisation. */
@Component
@Requires(ExchangePermissions.READ)
record ExchangeContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT e.happened_on AS day, 'exchange.heard' AS key, '/directory/exchange/' || e.id AS url
                        FROM directory.exchange_organisation o JOIN directory.exchange e ON e.id = o.exchange
                        WHERE o.organisation = :organisation AND e.happened_on <= :today
                        ORDER BY e.happened_on DESC, e.id DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query(RecordMapper.of(OrganisationContactEvent.class))
                .optional();
    }
}
