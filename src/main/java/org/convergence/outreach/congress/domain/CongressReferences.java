package org.convergence.outreach.congress.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from the unions' year to organisations and people, and names in texts. */
@Configuration(proxyBeanMethods = false)
class CongressReferences {

    @Bean
    static IdentityReferences referencesFromCongress(ReferenceDeclarations declare) {
        return declare.table(GatheringService.TABLE)
                .organisation("organisation")
                .person("responsible", ErasureRule.CLEAR)
                .about("r.responsible = :person")
                .texts(Map.of("title", 200, "place", 200, "notice", 1_000, "emergency_rule", 1_000))
                .table(RepresentationService.TABLE)
                .organisation("organisation")
                .person("person", ErasureRule.CLEAR)
                .person("substitute", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.substitute)")
                .texts(Map.of("topic", 200, "audience", 200, "brief", 10_000, "kit", 300, "came_back", 5_000))
                .texts(Map.of("brought", 2_000, "taken_up", 2_000, "promised", 500, "reason", 500))
                .table(PassportService.PATHS)
                .organisation("organisation")
                .organisation("carrier")
                .texts(Map.of("emergency_fact", 1_000, "binds_to", 1_000, "follow_up", 2_000))
                .textsOf(GatheringDeadlineService.TABLE, Map.of("words", 300))
                .textsOf(PassportService.TABLE, Map.of("title", 200))
                .textsOf(PassportService.TEXTS, Map.of("why", 10_000, "resolved", 10_000, "short_text", 2_000))
                .textsOf("outreach.congress_step", Map.of("evidence", 1_000));
    }

    @Bean
    static Holding followedGatherings(JdbcClient db) {
        return new ColumnHolding(
                db, "congress.holding", 60, GatheringService.TABLE + ".responsible", "cancelled_on IS NULL", """
                SELECT g.id, g.title AS what, o.name AS detail, '/outreach/congress/' || g.id AS url, g.begins_on AS due
                FROM outreach.congress_gathering g JOIN directory.people_organisation_name o ON o.id = g.organisation
                WHERE g.responsible = ? AND g.cancelled_on IS NULL ORDER BY g.begins_on, g.id
                """);
    }

    @Bean
    static Holding heldRepresentations(JdbcClient db) {
        return representations(db, "person", "congress.holding.representation", 61);
    }

    @Bean
    static Holding heldSubstitutions(JdbcClient db) {
        return representations(db, "substitute", "congress.holding.substitute", 62);
    }

    private static Holding representations(JdbcClient db, String column, String key, int order) {
        String open = "declined_on IS NULL AND (done_on IS NULL OR promised IS NOT NULL AND promise_kept_on IS NULL)";
        return new ColumnHolding(
                db, key, order, RepresentationService.TABLE + "." + column, open, """
                SELECT r.id, r.topic AS what, o.name AS detail, '/outreach/congress/representations/' || r.id AS url,
                       coalesce(r.promise_due, r.planned_on) AS due
                FROM outreach.congress_representation r JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE r.%s = ? AND %s ORDER BY r.planned_on NULLS LAST, r.id
                """.formatted(column, open));
    }
}
