package org.convergence.directory.exchange.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from exchanges to organisations, for merges. */
@Configuration(proxyBeanMethods = false)
class ExchangeReferences {

    @Bean
    IdentityReference organisationsOfExchanges(JdbcClient db) {
        return ReferencingColumn.toOrganisation(
                db, "directory.exchange_organisation", "organisation", List.of("exchange"));
    }
}
