package org.convergence.plan.realisation.domain;

import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.LastContactSource;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.plan.realisation.RealisationPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Moves the participations when two organisations are merged. */
@Configuration(proxyBeanMethods = false)
class RealisationReferences {

    @Bean
    static IdentityReferences referencesFromRealisation(ReferenceDeclarations declare) {
        return declare.table("plan.realisation_organisation")
                .key("realisation", "organisation")
                .organisation("organisation");
    }

    @Bean
    static LastContactSource realisationContacts() {
        return new LastContactSource(RealisationPermissions.READ, "realisation.heard", """
                SELECT r.ends_on AS day, '/plan/realisation/' || r.id AS url
                FROM plan.realisation_organisation o JOIN plan.realisation r ON r.id = o.realisation
                WHERE o.organisation = :organisation AND r.state = 'DONE'
                """);
    }
}
