package org.convergence.plan.report.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The references from reports to people: the responsible ones, never the contents of filed reports. */
@Configuration(proxyBeanMethods = false)
class ReportReferences {

    @Bean
    static IdentityReference responsibleForAReport(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "plan.report", "responsible", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference responsibleForASection(JdbcClient db) {
        return ReferencingColumn.toPerson(db, "plan.report_section", "responsible", List.of("id"), ErasureRule.CLEAR);
    }
}
