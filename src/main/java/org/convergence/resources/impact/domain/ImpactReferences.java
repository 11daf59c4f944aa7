package org.convergence.resources.impact.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaflets when two members are merged: of two current ones for the same period, one stays. */
@Configuration(proxyBeanMethods = false)
class ImpactReferences {

    @Bean
    static IdentityReference leafletMemberReference(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "resources.impact_leaflet", "organisation", List.of("id"))
                .withDuplicateKey(List.of("period_from", "period_to", "replaced_at"));
    }
}
