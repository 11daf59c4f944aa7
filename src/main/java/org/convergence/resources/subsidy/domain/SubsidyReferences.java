package org.convergence.resources.subsidy.domain;

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
 * References from files to people: the accounts of a subsidy stay when its person is erased, without the name; ongoing
 * files pass to the successor of the person who follows them.
 */
@Configuration(proxyBeanMethods = false)
class SubsidyReferences {
    @Bean
    static IdentityReferences referencesFromSubsidy(ReferenceDeclarations declare) {
        return declare.table(Subsidy.TABLE)
                .person("person", ErasureRule.KEEP)
                .person("responsible", ErasureRule.CLEAR)
                .about(":person IN (r.person, r.responsible)")
                .texts(Map.of("position", 200, "reference", 100, "note", 2_000))
                .table(SubsidyClaim.TABLE)
                .about("EXISTS (SELECT FROM resources.subsidy s WHERE s.id = r.subsidy AND s.person = :person)")
                .texts(Map.of("confirmation", 100, "reason", 500));
    }

    @Bean
    static Holding followedSubsidies(JdbcClient db) {
        return new ColumnHolding(
                db, "subsidy.holding", 45, "resources.subsidy.responsible", "state IN ('ASKED', 'APPROVED')", """
                SELECT s.id, g.name AS what, s.position AS detail, '/resources/subsidy/' || s.id AS url, s.ends_on AS due
                FROM resources.subsidy s JOIN resources.subsidy_programme g ON g.id = s.programme
                WHERE s.responsible = ? AND s.state IN ('ASKED', 'APPROVED') ORDER BY s.ends_on, s.id
                """);
    }
}
