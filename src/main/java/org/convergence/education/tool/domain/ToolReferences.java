package org.convergence.education.tool.domain;

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

/** References from tools to people and organisations: a tool passes to the successor of the person in charge. */
@Configuration(proxyBeanMethods = false)
class ToolReferences {

    @Bean
    static IdentityReference toolResponsibles(JdbcClient db) {
        return ReferencingColumn.toPerson(db, ToolService.TABLE, "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference toolHolders(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, ToolService.LOANS, "holder", List.of("id"));
    }

    @Bean
    static Holding keptTools(JdbcClient db) {
        return new ColumnHolding(db, "tool.holding", 40, ToolService.TABLE + ".responsible", "true", """
                SELECT id, title AS what, NULL AS detail, '/education/tool/' || id AS url, CAST(NULL AS date) AS due
                FROM education.tool WHERE responsible = ? ORDER BY title, id
                """);
    }

    @Bean
    static IdentityReference namesInTools(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                ToolService.TABLE,
                "r.responsible = :person",
                Map.of("title", 200, "theme", 100, "made_by", 200, "description", 4_000));
    }

    @Bean
    static IdentityReference namesInToolEditions(TextStandIns standIns) {
        return new ColumnMentions(standIns, ToolService.EDITIONS, "false", Map.of("label", 100, "licence", 200));
    }

    @Bean
    static IdentityReference namesInToolBatches(TextStandIns standIns) {
        return new ColumnMentions(standIns, "education.tool_batch", "false", Map.of("place", 200));
    }

    @Bean
    static IdentityReference namesInToolLoans(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, ToolService.LOANS, "false", Map.of("copy", 100, "contact", 200, "missing", 1_000));
    }
}
