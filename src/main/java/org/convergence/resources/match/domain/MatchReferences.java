package org.convergence.resources.match.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Givers of matches, and texts in which people may be named. The amount must stay; the erased giver has no name. */
@Configuration(proxyBeanMethods = false)
class MatchReferences {

    @Bean
    static IdentityReference matchGiverOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, MatchService.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference matchGivers(JdbcClient db) {
        return ReferencingColumn.toPerson(db, MatchService.TABLE, "person", List.of("id"), ErasureRule.KEEP);
    }

    @Bean
    static IdentityReference namesInMatches(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                MatchService.TABLE,
                ":person = r.person",
                Map.of("what", 300, "basis", 500, "valued_by", 200, "confirmed_by", 200));
    }
}
