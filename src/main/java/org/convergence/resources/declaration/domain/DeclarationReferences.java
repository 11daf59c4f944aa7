package org.convergence.resources.declaration.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from questions to organisations: after a merge, one question per round stays. */
@Configuration(proxyBeanMethods = false)
class DeclarationReferences {

    @Bean
    static IdentityReference askedOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "resources.declaration_question", "organisation", List.of("id"))
                .withDuplicateKey(List.of("round"));
    }
}
