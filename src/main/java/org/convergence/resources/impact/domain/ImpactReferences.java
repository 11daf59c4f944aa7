package org.convergence.resources.impact.domain;

import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaflets when two members are merged: of two current ones for the same period, one stays. */
@Configuration(proxyBeanMethods = false)
class ImpactReferences {

    @Bean
    static IdentityReferences referencesFromImpact(ReferenceDeclarations declare) {
        return declare.table("resources.impact_leaflet")
                .organisation("organisation")
                .onePer("period_from", "period_to", "replaced_at");
    }
}
