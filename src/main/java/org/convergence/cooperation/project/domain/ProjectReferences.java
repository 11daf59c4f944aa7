package org.convergence.cooperation.project.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
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
    static IdentityReferences referencesFromProject(ReferenceDeclarations declare) {
        return declare.table(ProjectService.TABLE)
                .person("lead", ErasureRule.CLEAR)
                .about("r.lead = :person")
                .texts(Map.of("title", 300, "summary", 4_000, "reached", 300))
                .table(ProjectService.PARTNER_TABLE)
                .organisation("organisation")
                .onePer("project")
                .person("person", ErasureRule.DELETE)
                .onePer("project")
                .about("r.person = :person")
                .texts(Map.of("brings", 500))
                .table(IndicatorService.TABLE)
                .organisation("feed_partner")
                .texts(Map.of("wording", 500, "unit", 100, "source", 500, "method", 500))
                .texts(Map.of("frequency", 200, "responsible", 200, "baseline_words", 2_000, "dimensions", 1_000))
                .textsOf(LogicModelService.TABLE, Map.of("statement", 500, "assumption", 500))
                .table(IndicatorValueService.TABLE)
                .texts(Map.of("target_words", 2_000, "actual_words", 2_000, "target_reason", 500))
                .texts(Map.of("explanation", 2_000, "returned_comment", 1_000))
                .textsOf(ProjectDecisionService.TABLE, Map.of("decision", 2_000, "decided_by", 300))
                .textsOf(
                        ProjectEvaluationService.TABLE,
                        Map.of("evaluator", 300, "questions", 4_000, "conclusion", 4_000))
                .textsOf(ProjectEvaluationService.FINDING_TABLE, Map.of("finding", 2_000, "follow_up", 2_000));
    }

    @Bean
    static Holding ledProjects(JdbcClient db) {
        return new ColumnHolding(db, "project.holding", 50, "cooperation.project.lead", "true", """
                SELECT p.id, p.title AS what, NULL AS detail, '/cooperation/project/' || p.id AS url, p.ends_on AS due
                FROM cooperation.project p WHERE p.lead = ? ORDER BY p.ends_on NULLS LAST, p.id
                """);
    }
}
