package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
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
        return new SelfPayerReference(
                db,
                ReferencingColumn.toOrganisation(db, ARRANGEMENT, "organisation", List.of("id"))
                        .withDuplicateKey(List.of()));
    }

    @Bean
    static IdentityReference organisationsThatPayForOthers(JdbcClient db) {
        return new SelfPayerReference(
                db, ReferencingColumn.toOrganisation(db, ARRANGEMENT, "payer_organisation", List.of("id")));
    }

    @Bean
    static IdentityReference namesInArrangements(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, ARRANGEMENT, "false", Map.of("address", 500, "instance", 200, "note", 1_000));
    }
}
