package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from arrangements to organisations and payers. When two organisations are merged, the arrangement of the
 * kept one prevails.
 */
@Configuration(proxyBeanMethods = false)
class DuesReferences {

    private static final String ARRANGEMENT = "resources.dues_arrangement";

    @Bean
    static IdentityReference organisationsWithArrangements(JdbcClient db) {
        return new SelfPayerReference(ReferencingColumn.toOrganisation(db, ARRANGEMENT, "organisation")
                .withDuplicateKey(List.of()));
    }

    @Bean
    static IdentityReference organisationsThatPayForOthers(JdbcClient db) {
        return new SelfPayerReference(ReferencingColumn.toOrganisation(db, ARRANGEMENT, "payer_organisation"));
    }

    @Bean
    static IdentityReferences referencesFromDues(ReferenceDeclarations declare) {
        return declare.textsOf(ARRANGEMENT, Map.of("address", 500, "instance", 200, "note", 1_000));
    }
}
