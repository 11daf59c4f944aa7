package org.convergence.safety.risk.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from risks to people: open risks pass to the successor of the person in charge. */
@Configuration(proxyBeanMethods = false)
class RiskReferences {
    @Bean
    static IdentityReferences referencesFromRisk(ReferenceDeclarations declare) {
        return declare.table(Risk.TABLE)
                .person("owner", ErasureRule.CLEAR)
                .about("r.owner = :person")
                .texts(Map.of("description", 500, "exposed", 300, "zone", 200, "measures", 2_000));
    }

    @Bean
    static Holding ownedRisks(JdbcClient db) {
        return new ColumnHolding(db, "risk.holding", 38, "safety.risk.owner", "closed_on IS NULL", """
                SELECT id, description AS what, NULL AS detail, '/safety/risk/' || id AS url, review_on AS due
                FROM safety.risk WHERE owner = ? AND closed_on IS NULL ORDER BY review_on, id
                """);
    }
}
