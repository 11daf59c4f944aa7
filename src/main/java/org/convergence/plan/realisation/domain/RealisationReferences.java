package org.convergence.plan.realisation.domain;

import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
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
}
