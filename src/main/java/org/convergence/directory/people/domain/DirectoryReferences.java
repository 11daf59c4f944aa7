package org.convergence.directory.people.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This module's own references to people and organisations, for merges and erasures. */
@Configuration(proxyBeanMethods = false)
class DirectoryReferences {

    @Bean
    IdentityReference functionsOfPerson(JdbcClient db) {
        return ReferencingColumn.toPerson(db, HeldFunction.TABLE, "person", List.of("id"), ErasureRule.DELETE)
                .withDuplicateKey(List.of("organisation", "title", "since", "until"));
    }

    @Bean
    IdentityReference forgettingOfPerson(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "directory.people_forgetting", "person", List.of(), ErasureRule.KEEP);
    }

    @Bean
    IdentityReference functionsInOrganisation(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, HeldFunction.TABLE, "organisation", List.of("id"))
                .withDuplicateKey(List.of("person", "title", "since", "until"));
    }
}
