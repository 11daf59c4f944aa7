package org.convergence.resources.fund.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Partners that funds paid, and texts in which people may be named: givers, and members of committees. */
@Configuration(proxyBeanMethods = false)
class FundReferences {

    @Bean
    static IdentityReferences referencesFromFund(ReferenceDeclarations declare) {
        return declare.table(FundService.MOVEMENT_TABLE)
                .organisation("organisation")
                .texts(Map.of("what", 300, "decision", 300))
                .table(FundService.TABLE)
                .texts(Map.of("name", 300, "origin", 300, "purpose", 5_000, "rules", 10_000, "committee", 1_000));
    }
}
