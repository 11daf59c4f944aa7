package org.convergence.plan.observance.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in charge of days, and names of people in texts. */
@Configuration(proxyBeanMethods = false)
class ObservanceReferences {

    @Bean
    static IdentityReferences referencesFromObservance(ReferenceDeclarations declare) {
        return declare.table(ObservanceService.TABLE)
                .person("responsible", ErasureRule.CLEAR)
                .texts(Map.of("name", 200, "note", 4_000));
    }

    @Bean
    static Holding followedObservances(JdbcClient db) {
        return new ColumnHolding(
                db, "observance.holding", 28, ObservanceService.TABLE + ".responsible", "ended_on IS NULL", """
                SELECT id, name AS what, NULL AS detail, '/plan/observance/' || id AS url, NULL::date AS due
                FROM plan.observance WHERE responsible = ? AND ended_on IS NULL ORDER BY month, day, id
                """);
    }
}
