package org.convergence.plan.realisation.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves the participations when two organisations are merged. */
@Configuration(proxyBeanMethods = false)
class RealisationReferences {

    @Bean
    IdentityReference organisationsThatTookPart(JdbcClient db) {
        return ReferencingColumn.toOrganisation(
                db, "plan.realisation_organisation", "organisation", List.of("realisation"));
    }
}
