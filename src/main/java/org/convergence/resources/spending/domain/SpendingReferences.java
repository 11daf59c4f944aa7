package org.convergence.resources.spending.domain;

import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Texts of budgets and expenses in which people may be named. */
@Configuration(proxyBeanMethods = false)
class SpendingReferences {

    @Bean
    static IdentityReference namesInExpenses(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                ExpenseService.TABLE,
                "false",
                Map.of("supplier", 300, "note", 1_000, "question", 1_000, "answer", 1_000));
    }

    @Bean
    static IdentityReference namesInVariances(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                FinancialReportService.VARIANCE_TABLE,
                "false",
                Map.of("reason", FinancialReportService.LONGEST_REASON));
    }

    @Bean
    static IdentityReference namesInBudgets(TextStandIns standIns) {
        return new ColumnMentions(standIns, "resources.spending_budget", "false", Map.of("title", 300));
    }

    @Bean
    static IdentityReference namesInBudgetLines(TextStandIns standIns) {
        return new ColumnMentions(standIns, "resources.spending_line", "false", Map.of("label", 300));
    }

    @Bean
    static IdentityReference namesInFunderForms(TextStandIns standIns) {
        return new ColumnMentions(standIns, FunderFormService.TABLE, "false", Map.of("name", 300));
    }
}
