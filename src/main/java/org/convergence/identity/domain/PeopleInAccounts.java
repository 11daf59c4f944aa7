package org.convergence.identity.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people stand behind accounts, for merges and erasures. */
@Configuration(proxyBeanMethods = false)
class PeopleInAccounts {

    @Bean
    static IdentityReference personOfAnAccount(JdbcClient jdbc) {
        return ReferencingColumn.toPerson(jdbc, "identity.account", "person_id", List.of("id"), AtErasure.CLEAR);
    }
}
