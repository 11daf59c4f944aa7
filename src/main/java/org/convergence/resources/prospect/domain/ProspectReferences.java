package org.convergence.resources.prospect.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from prospects: erasing a person deletes their prospect and clears them as follower; ongoing prospects
 * of a follower pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class ProspectReferences {
    @Bean
    static IdentityReferences referencesFromProspect(ReferenceDeclarations declare) {
        return declare.table(Prospect.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.DELETE)
                .person("follower", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.follower)")
                .texts(Map.of("next_gesture", 300, "outcome_reason", 500, "material", 500));
    }

    @Bean
    static Holding followedProspects(JdbcClient db) {
        return new ColumnHolding(
                db, "prospect.holding", 40, "resources.prospect.follower", "state IN ('OPEN', 'LATER')", """
                SELECT p.id, coalesce(o.name, s.display_name) AS what, p.next_gesture AS detail,
                       '/resources/prospect/' || p.id AS url, p.next_on AS due
                FROM resources.prospect p
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                LEFT JOIN directory.people_person_name s ON s.id = p.person
                WHERE p.follower = ? AND p.state IN ('OPEN', 'LATER') ORDER BY p.next_on NULLS LAST, p.id
                """);
    }
}
