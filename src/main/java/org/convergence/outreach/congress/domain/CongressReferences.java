package org.convergence.outreach.congress.domain;

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

/** References from the unions' year to organisations and people, and names in texts. */
@Configuration(proxyBeanMethods = false)
class CongressReferences {

    private static final List<String> ID = List.of("id");

    @Bean
    static IdentityReference gatheringOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, GatheringService.TABLE, "organisation", ID);
    }

    @Bean
    static IdentityReference gatheringResponsibles(JdbcClient db) {
        return ReferencingColumn.toPerson(db, GatheringService.TABLE, "responsible", ID, ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference representationOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, RepresentationService.TABLE, "organisation", ID);
    }

    @Bean
    static IdentityReference representationPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, RepresentationService.TABLE, "person", ID, ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference representationSubstitutes(JdbcClient db) {
        return ReferencingColumn.toPerson(db, RepresentationService.TABLE, "substitute", ID, ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference pathOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PassportService.PATHS, "organisation", ID);
    }

    @Bean
    static IdentityReference pathCarriers(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, PassportService.PATHS, "carrier", ID);
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

    @Bean
    static IdentityReference namesInGatherings(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                GatheringService.TABLE,
                "r.responsible = :person",
                Map.of("title", 200, "place", 200, "notice", 1_000, "emergency_rule", 1_000));
    }

    @Bean
    static IdentityReference namesInDeadlines(TextStandIns standIns) {
        return new ColumnMentions(standIns, GatheringService.DEADLINES, "false", Map.of("words", 300));
    }

    @Bean
    static IdentityReference namesInRepresentations(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                RepresentationService.TABLE,
                ":person IN (r.person, r.substitute)",
                Map.of(
                        "topic",
                        200,
                        "audience",
                        200,
                        "brief",
                        10_000,
                        "kit",
                        300,
                        "came_back",
                        5_000,
                        "brought",
                        2_000,
                        "taken_up",
                        2_000,
                        "promised",
                        500,
                        "reason",
                        500));
    }

    @Bean
    static IdentityReference namesInPassports(TextStandIns standIns) {
        return new ColumnMentions(standIns, PassportService.TABLE, "false", Map.of("title", 200));
    }

    @Bean
    static IdentityReference namesInPassportTexts(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PassportService.TEXTS,
                "false",
                Map.of("why", 10_000, "resolved", 10_000, "short_text", 2_000));
    }

    @Bean
    static IdentityReference namesInPaths(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                PassportService.PATHS,
                "false",
                Map.of("emergency_fact", 1_000, "binds_to", 1_000, "follow_up", 2_000));
    }

    @Bean
    static IdentityReference namesInSteps(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.congress_step", "false", Map.of("evidence", 1_000));
    }
}
