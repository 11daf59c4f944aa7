package org.convergence.safety.risk.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from risks to people: open risks pass to the successor of the person in charge. */
@Configuration(proxyBeanMethods = false)
class RiskReferences {
    @Bean
    static IdentityReference riskOwners(JdbcClient db) {
        return ReferencingColumn.toPerson(db, Risk.TABLE, "owner", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static Holding ownedRisks(JdbcClient db) {
        return new ColumnHolding(db, "risk.holding", 38, "safety.risk.owner", "closed_on IS NULL", """
                SELECT id, description AS what, NULL AS detail, '/safety/risk/' || id AS url, review_on AS due
                FROM safety.risk WHERE owner = ? AND closed_on IS NULL ORDER BY review_on, id
                """);
    }

    @Bean
    static IdentityReference namesInRisks(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                Risk.TABLE,
                "r.owner = :person",
                Map.of("description", 500, "exposed", 300, "zone", 200, "measures", 2_000));
    }
}
