package org.convergence.resources.dues.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose dues are arranged, and who pays them. Of two that prove to be one, what was arranged with the one kept stands. */
@Configuration(proxyBeanMethods = false)
class DuesReferences {

    private static final String ARRANGEMENT = "resources.dues_arrangement";

    @Bean
    static IdentityReference organisationsWithArrangements(JdbcClient db) {
        return new PaidByItself(
                db,
                ReferencingColumn.toOrganisation(db, ARRANGEMENT, "organisation", List.of("id"))
                        .sayingTheSameBy(List.of()));
    }

    @Bean
    static IdentityReference organisationsThatPayForOthers(JdbcClient db) {
        return new PaidByItself(
                db, ReferencingColumn.toOrganisation(db, ARRANGEMENT, "payer_organisation", List.of("id")));
    }
}
