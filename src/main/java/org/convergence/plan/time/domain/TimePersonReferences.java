package org.convergence.plan.time.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other references to people in this module, for merges and erasures: leave is deleted, also from the history. */
@Configuration(proxyBeanMethods = false)
class TimePersonReferences {

    @Bean
    static IdentityReference personOnLeave(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(jdbc, "plan.time_leave", "person", List.of("id"), ErasureRule.DELETE);
    }
}
