package org.convergence.advocacy.coalition.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from coalitions to organisations and people: seats pass to the successor of their holder. */
@Configuration(proxyBeanMethods = false)
class CoalitionReferences {

    @Bean
    static IdentityReference coalitionOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, CoalitionService.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference coalitionSeatHolders(JdbcClient db) {
        return ReferencingColumn.toPerson(db, CoalitionService.SEAT_TABLE, "holder", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference coalitionSeatSubstitutes(JdbcClient db) {
        return ReferencingColumn.toPerson(
                db, CoalitionService.SEAT_TABLE, "substitute", List.of("id"), ErasureRule.CLEAR);
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
                WHERE s.%s = ? AND s.ended_on IS NULL ORDER BY s.review_on, s.id
                """.formatted(column));
    }

    @Bean
    static IdentityReference namesInCoalitions(TextStandIns standIns) {
        return new ColumnMentions(standIns, CoalitionService.TABLE, "false", Map.of("mission", 2_000));
    }

    @Bean
    static IdentityReference namesInCoalitionSeats(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                CoalitionService.SEAT_TABLE,
                ":person IN (r.holder, r.substitute)",
                Map.of("title", 200, "mandate", 2_000));
    }

    @Bean
    static IdentityReference namesInCoalitionContributions(TextStandIns standIns) {
        return new ColumnMentions(standIns, "advocacy.coalition_contribution", "false", Map.of("what", 300));
    }

    @Bean
    static IdentityReference namesInCoalitionPositions(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                "advocacy.coalition_position",
                "false",
                Map.of("title", 300, "mandate", 2_000, "consulted", 300));
    }

    @Bean
    static IdentityReference namesInCoalitionActs(TextStandIns standIns) {
        return new ColumnMentions(standIns, "advocacy.coalition_act", "false", Map.of("what", 500, "our_part", 300));
    }
}
