package org.convergence.plan.actionplan.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The references to people in follow-ups, for merges and erasures. */
@Configuration(proxyBeanMethods = false)
class PlanPersonReferences {

    @Bean
    static IdentityReference responsibleForAnAction(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(
                jdbc, "plan.actionplan_follow_up", "responsible", List.of("action"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference supportOfAnAction(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(
                jdbc, "plan.actionplan_support", "person", List.of("action"), ErasureRule.DELETE);
    }
}
