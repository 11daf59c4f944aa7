package org.convergence.advocacy.coalition.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from coalitions to organisations and people: seats pass to the successor of their holder. */
@Configuration(proxyBeanMethods = false)
class CoalitionReferences {

    @Bean
    static IdentityReferences referencesFromCoalition(ReferenceDeclarations declare) {
        return declare.table(CoalitionService.TABLE)
                .organisation("organisation")
                .texts(Map.of("mission", 2_000))
                .table(CoalitionService.SEAT_TABLE)
                .person("holder", ErasureRule.CLEAR)
                .person("substitute", ErasureRule.CLEAR)
                .about(":person IN (r.holder, r.substitute)")
                .texts(Map.of("title", 200, "mandate", 2_000))
                .textsOf("advocacy.coalition_contribution", Map.of("what", 300))
                .textsOf("advocacy.coalition_position", Map.of("title", 300, "mandate", 2_000, "consulted", 300))
                .textsOf("advocacy.coalition_act", Map.of("what", 500, "our_part", 300))
                .textsOf(
                        "advocacy.coalition_meeting",
                        Map.of("title", 200, "url", 1_000, "outcome", 4_000, "our_part", 300));
    }

    @Bean
    static Holding coalitionSeats(JdbcClient db) {
        return seats(db, "holder", "coalition.holding", 58);
    }

    @Bean
    static Holding coalitionSubstituteSeats(JdbcClient db) {
        return seats(db, "substitute", "coalition.holding.substitute", 59);
    }

    private static Holding seats(JdbcClient db, String column, String key, int order) {
        return new ColumnHolding(
                db, key, order, CoalitionService.SEAT_TABLE + "." + column, "ended_on IS NULL", """
                SELECT s.id, o.name AS what, s.title AS detail, '/advocacy/coalition/' || s.coalition AS url,
                       s.review_on AS due
                FROM advocacy.coalition_seat s JOIN advocacy.coalition c ON c.id = s.coalition
                JOIN directory.people_organisation_name o ON o.id = c.organisation
                WHERE s.%s = ? AND s.ended_on IS NULL AND c.left_on IS NULL ORDER BY s.review_on, s.id
                """.formatted(column));
    }
}
