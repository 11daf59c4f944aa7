package org.convergence.resources.prospect.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from prospects: erasing a person deletes their prospect and clears them as follower. */
@Configuration(proxyBeanMethods = false)
class ProspectReferences {

    private static final String TABLE = "resources.prospect";

    @Bean
    static IdentityReference prospectiveOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference prospectivePeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, TABLE, "person", List.of("id"), ErasureRule.DELETE);
    }

    @Bean
    static IdentityReference prospectFollowers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, TABLE, "follower", List.of("id"), ErasureRule.CLEAR);
    }
}
