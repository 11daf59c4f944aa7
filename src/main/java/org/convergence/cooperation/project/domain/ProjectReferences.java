package org.convergence.cooperation.project.domain;

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

/**
 * References from projects: erasing a person takes them out as a partner and clears them as lead; the projects that a
 * person leads pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class ProjectReferences {

    @Bean
    static IdentityReference projectLeads(JdbcClient db) {
        return ReferencingColumn.toPerson(db, ProjectService.TABLE, "lead", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference partnerOrganisationsOfProjects(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, ProjectService.PARTNER_TABLE, "organisation", List.of("id"))
                .withDuplicateKey(List.of("project"));
    }

    @Bean
    static IdentityReference partnerPeopleOfProjects(JdbcClient db) {
        return ReferencingColumn.toPerson(db, ProjectService.PARTNER_TABLE, "person", List.of("id"), ErasureRule.DELETE)
                .withDuplicateKey(List.of("project"));
    }

    @Bean
    static IdentityReference partnersThatFeedIndicators(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, IndicatorService.TABLE, "feed_partner", List.of("id"));
    }

    @Bean
    static Holding ledProjects(JdbcClient db) {
        return new ColumnHolding(db, "project.holding", 50, "cooperation.project.lead", "true", """
                SELECT p.id, p.title AS what, NULL AS detail, '/cooperation/project/' || p.id AS url, p.ends_on AS due
                FROM cooperation.project p WHERE p.lead = ? ORDER BY p.ends_on NULLS LAST, p.id
                """);
    }

    @Bean
    static IdentityReference namesInProjects(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                ProjectService.TABLE,
                "r.lead = :person",
                Map.of("title", 300, "summary", 4_000, "reached", 300));
    }

    @Bean
    static IdentityReference namesInProjectPartners(TextStandIns standIns) {
        return new ColumnMentions(standIns, ProjectService.PARTNER_TABLE, "r.person = :person", Map.of("brings", 500));
    }

    @Bean
    static IdentityReference namesInResults(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, LogicModelService.TABLE, "false", Map.of("statement", 500, "assumption", 500));
    }

    @Bean
    static IdentityReference namesInIndicators(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                IndicatorService.TABLE,
                "false",
                Map.of(
                        "wording",
                        500,
                        "unit",
                        100,
                        "source",
                        500,
                        "method",
                        500,
                        "frequency",
                        200,
                        "responsible",
                        200,
                        "baseline_words",
                        2_000));
    }

    @Bean
    static IdentityReference namesInValues(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                IndicatorValueService.TABLE,
                "false",
                Map.of(
                        "target_words",
                        2_000,
                        "actual_words",
                        2_000,
                        "target_reason",
                        500,
                        "explanation",
                        2_000,
                        "returned_comment",
                        1_000));
    }
}
