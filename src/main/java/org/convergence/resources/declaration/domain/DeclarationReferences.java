package org.convergence.resources.declaration.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which organisations were asked: of two that prove to be one, asked in one round, one question stays. */
@Configuration(proxyBeanMethods = false)
class DeclarationReferences {

    @Bean
    static IdentityReference askedOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "resources.declaration_question", "organisation", List.of("id"))
                .sayingTheSameBy(List.of("round"));
    }
}
