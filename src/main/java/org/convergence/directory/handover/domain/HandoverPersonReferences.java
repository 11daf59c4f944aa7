package org.convergence.directory.handover.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from hand-overs to people, for merges and erasures: moves stay on record under the remaining name. */
@Configuration(proxyBeanMethods = false)
class HandoverPersonReferences {

    @Bean
    static IdentityReference whoHandedOver(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "directory.handover", "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference whoTookAThingOver(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "directory.handover_item", "successor", List.of("handover", "position"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference whoWasLeftANote(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, "directory.handover_note", "successor", List.of("handover"), ErasureRule.DELETE);
    }
}
