package org.convergence.resources.spending.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Texts of budgets and expenses in which people may be named. */
@Configuration(proxyBeanMethods = false)
class SpendingReferences {

    @Bean
    static IdentityReferences referencesFromSpending(ReferenceDeclarations declare) {
        return declare.table(ExpenseService.TABLE)
                .texts(Map.of("supplier", 300, "note", 1_000, "question", 1_000, "answer", 1_000))
                .table(FinancialReportService.VARIANCE_TABLE)
                .texts(Map.of("reason", FinancialReportService.LONGEST_REASON))
                .textsOf("resources.spending_budget", Map.of("title", 300))
                .textsOf("resources.spending_line", Map.of("label", 300))
                .textsOf(FunderFormService.TABLE, Map.of("name", 300));
    }
}
