package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.util.Objects;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What waits about expenses on the home page: questions, commitments whose day is over, and financial reports. */
@Configuration(proxyBeanMethods = false)
class SpendingDueWork {

    /** We propose to write a report in the month after its period; the day of the funder is that of a deliverable. */
    private static final int REPORT_DAYS = 30;

    private static final String APPROVED = "APPROVED";

    /** Expenses returned with a question, for their author. The supplier may be a person and is not named. */
    @Bean
    static DueWorkSource returnedExpenses() {
        return DueWorkSource.of(
                SpendingPermissions.READ,
                SpendingPermissions.RECORD,
                """
                SELECT 'RETURNED' AS kind, e.id, e.id AS subject, coalesce(e.asked_on, e.day) + 7 AS due_on, 'PROPOSED' AS day_kind, a.person AS owner,
                       'OURS' AS place, CAST(e.amount AS text) AS title, e.currency AS detail
                FROM resources.spending_expense e LEFT JOIN identity.account_holder a ON a.id = e.recorded_by
                WHERE e.state = 'RETURNED'
                """,
                (row, t) -> new DueWork(
                        "resources.spending/" + row.id() + "/question",
                        t.say("spending.due.returned", money(row, t)),
                        ExpensePage.LIST + "/" + row.id(),
                        null));
    }

    /** Commitments whose day has come: the expense was made, or it moves, or it is given up. */
    @Bean
    static DueWorkSource commitmentsToSettle() {
        return DueWorkSource.of(
                        SpendingPermissions.READ,
                        SpendingPermissions.RECORD,
                        """
                SELECT 'COMMITTED' AS kind, e.id, e.id AS subject, e.day AS due_on, 'SET' AS day_kind, a.person AS owner, 'OURS' AS place,
                       CAST(e.amount AS text) AS title, e.currency AS detail
                FROM resources.spending_expense e LEFT JOIN identity.account_holder a ON a.id = e.recorded_by
                WHERE e.state = 'COMMITTED'
                """,
                        (row, t) -> new DueWork(
                                "resources.spending/" + row.id() + "/commitment",
                                t.say("spending.due.committed", money(row, t)),
                                ExpensePage.LIST + "/" + row.id(),
                                null))
                .withDaysAhead(0);
    }

    private static String money(DueWorkRow row, Words t) {
        return t.money(
                TextParser.number(Objects.requireNonNull(row.title())).orElse(BigDecimal.ZERO),
                Objects.requireNonNull(row.detail()));
    }

    /** Financial reports whose period is over and that are not filed. */
    @Bean
    static DueWorkSource financialReportsToFile() {
        return DueWorkSource.of(
                        SpendingPermissions.READ, SpendingPermissions.RECORD, """
                SELECT CASE WHEN r.approved_at IS NULL THEN 'DRAFT' ELSE 'APPROVED' END AS kind, r.id, r.id AS subject,
                       r.ends_on + 30 AS due_on, 'PROPOSED' AS day_kind, CAST(NULL AS uuid) AS owner, 'OURS' AS place, b.title,
                       CAST(NULL AS text) AS detail
                FROM resources.spending_report r JOIN resources.spending_budget b ON b.id = r.budget
                WHERE r.filed_on IS NULL
                """, SpendingDueWork::describeReport)
                .withDaysAhead(REPORT_DAYS);
    }

    private static DueWork describeReport(DueWorkRow row, Words t) {
        return new DueWork(
                "resources.spending/report/" + row.id(),
                t.say(
                        row.kind().equals(APPROVED) ? "spending.due.report.file" : "spending.due.report.approve",
                        Objects.requireNonNull(row.title())),
                FinancialReportPage.url(new FinancialReportId(row.id())),
                null);
    }
}
