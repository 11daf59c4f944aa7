package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last realisation with an organisation. */
@Component
@Requires(RealisationPermissions.READ)
record RealisationContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT r.id, r.ends_on AS day
                        FROM plan.realisation_organisation o JOIN plan.realisation r ON r.id = o.realisation
                        WHERE o.organisation = :organisation AND r.state = 'DONE' AND r.ends_on <= :today
                        ORDER BY r.ends_on DESC, r.id DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query((row, n) -> new OrganisationContactEvent(
                        row.getObject("day", LocalDate.class),
                        "realisation.heard",
                        "/plan/realisation/" + row.getObject("id", UUID.class)))
                .optional();
    }
}
