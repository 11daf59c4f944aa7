package org.convergence.resources.fund.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners that funds paid, and texts in which people may be named: givers, and members of committees. */
@Configuration(proxyBeanMethods = false)
class FundReferences {

    @Bean
    static IdentityReference fundBeneficiaries(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, FundService.MOVEMENT_TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference namesInFunds(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                FundService.TABLE,
                "false",
                Map.of("name", 300, "origin", 300, "purpose", 5_000, "rules", 10_000, "committee", 1_000));
    }

    @Bean
    static IdentityReference namesInFundMovements(TextStandIns standIns) {
        return new ColumnMentions(standIns, FundService.MOVEMENT_TABLE, "false", Map.of("what", 300, "decision", 300));
    }
}
