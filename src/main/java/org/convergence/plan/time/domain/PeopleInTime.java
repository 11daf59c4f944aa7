package org.convergence.plan.time.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where else people stand in the hours of the team, for merges and erasures: hours stay, leave goes. */
@Configuration(proxyBeanMethods = false)
class PeopleInTime {

    @Bean
    static IdentityReference approverOfAContract(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(jdbc, "plan.time_contract", "approver", List.of("id"), AtErasure.CLEAR);
    }

    @Bean
    static IdentityReference personOnLeave(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(jdbc, "plan.time_leave", "person", List.of("id"), AtErasure.DELETE);
    }

    @Bean
    static IdentityReference personOfASheet(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(jdbc, "plan.time_sheet", "person", List.of("monday"), AtErasure.KEEP);
    }

    @Bean
    static IdentityReference personOfAnEntry(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(
                jdbc, "plan.time_entry", "person", List.of("day", "action", "realisation"), AtErasure.KEEP);
    }
}
