package org.convergence.education.tool.domain;

import java.util.Map;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.platform.shell.PublicWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from tools to people and organisations: a tool passes to the successor of the person in charge. */
@Configuration(proxyBeanMethods = false)
class ToolReferences {

    @Bean
    static IdentityReferences referencesFromTool(ReferenceDeclarations declare) {
        return declare.table(ToolService.TABLE)
                .person("responsible", ErasureRule.CLEAR)
                .about("r.responsible = :person")
                .texts(Map.of("title", 200, "theme", 100, "made_by", 200, "description", 4_000))
                .table(ToolLoanService.TABLE)
                .organisation("holder")
                .texts(Map.of("copy", 100, "contact", 200, "missing", 1_000))
                .textsOf(ToolService.EDITIONS, Map.of("label", 100, "licence", 200))
                .textsOf("education.tool_consent", Map.of("shown", 200, "kept_at", 200))
                .textsOf("education.tool_batch", Map.of("place", 200));
    }

    @Bean
    static Holding keptTools(JdbcClient db) {
        return new ColumnHolding(db, "tool.holding", 40, ToolService.TABLE + ".responsible", "true", """
                SELECT id, title AS what, NULL AS detail, '/education/tool/' || id AS url, CAST(NULL AS date) AS due
                FROM education.tool WHERE responsible = ? ORDER BY title, id
                """);
    }

    /** Editions of tools made here that anyone downloads, also those whose day is to come: they are public then without a further act. */
    @Bean
    static PublicWords toolWords() {
        return new PublicWords("""
                SELECT e.id, '/education/tool/' || t.id,
                       concat_ws(E'\\n', t.title, t.theme, t.description, t.made_by, e.label, e.licence, e.address)
                FROM education.tool_edition e JOIN education.tool t ON t.id = e.tool
                WHERE t.made_by IS NULL AND e.address IS NOT NULL
                """);
    }
}
