package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last day of a mandate for an organisation, as a contact with it. */
@Component
@Requires(AssemblyPermissions.READ)
record MandateContactSource(JdbcClient db) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT least(coalesce(m.until, :today), :today) AS day, s.body
                        FROM outreach.assembly_seat s JOIN outreach.assembly_mandate m ON m.seat = s.id
                        WHERE s.organisation = :organisation AND m.since <= :today
                        ORDER BY 1 DESC, m.id LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .query((row, n) -> new OrganisationContactEvent(
                        row.getObject("day", LocalDate.class),
                        "assembly.heard",
                        "/outreach/assembly/bodies/" + row.getObject("body", UUID.class)))
                .optional();
    }
}
