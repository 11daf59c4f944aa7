package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.MembershipPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last headcount declared by an organisation, as a contact with it; estimates are not contacts. */
@Component
@Requires(MembershipPermissions.READ_HEADCOUNTS)
record HeadcountContactSource(JdbcClient db, OrganisationSettings settings) implements LastContactSource {

    @Override
    public Optional<OrganisationContactEvent> findLast(OrganisationId organisation, LocalDate today) {
        return db.sql("""
                        SELECT (recorded_at AT TIME ZONE :zone)::date AS day FROM resources.membership_headcount
                        WHERE organisation = :organisation AND withdrawn_at IS NULL AND status IN ('DECLARED', 'CONFIRMED')
                          AND (recorded_at AT TIME ZONE :zone)::date <= :today
                        ORDER BY recorded_at DESC LIMIT 1
                        """)
                .param("organisation", organisation.value())
                .param("today", today)
                .param("zone", settings.current().zone().getId())
                .query((row, n) ->
                        new OrganisationContactEvent(row.getObject("day", LocalDate.class), "membership.heard", null))
                .optional();
    }
}
