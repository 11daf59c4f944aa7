package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lines of budgets as reports show them. */
@Component
class ReportedLineQueries {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    ReportedLineQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    private record LineRow(
            UUID id,
            String code,
            String label,
            CostClass costClass,
            String account,
            BigDecimal budget,
            BigDecimal spent,
            BigDecimal cumulative,
            String reason) {}

    Optional<ReportedBudget> findBudget(String condition, Object value) {
        return db.sql("SELECT id, subject, title, currency, starts_on, ends_on FROM resources.spending_budget WHERE "
                        + condition)
                .param(value)
                .query(RecordMapper.of(ReportedBudget.class))
                .optional();
    }

    /** The lines of a budget with what was spent in a period and before, and why they depart from the budget. */
    List<ReportedLine> findLines(ReportedBudget budget, BudgetPeriod period) {
        LocalDate measuredOn = period.measuredOn(settings.today());
        return db
                .sql("""
                        SELECT l.id, l.code, l.label, l.cost_class, coalesce(l.account, '') AS account, l.amended AS budget,
                               coalesce(sum(s.converted) FILTER (WHERE e.day BETWEEN :from AND :to), 0) AS spent,
                               coalesce(sum(s.converted) FILTER (WHERE e.day <= :to), 0) AS cumulative,
                               coalesce(v.reason, '') AS reason
                        FROM resources.spending_line l
                        LEFT JOIN resources.spending_variance v
                               ON v.line = l.id AND v.starts_on = :from AND v.ends_on = :to
                        LEFT JOIN (resources.spending_split s
                                   JOIN resources.spending_expense e ON e.id = s.expense AND e.state <> 'COMMITTED')
                               ON s.line = l.id
                        WHERE l.budget = :budget GROUP BY l.id, v.reason ORDER BY l.position
                        """)
                .param("budget", budget.id().value())
                .param("from", period.startsOn())
                .param("to", period.endsOn())
                .query(RecordMapper.of(LineRow.class))
                .list()
                .stream()
                .map(row -> new ReportedLine(
                        row.id(),
                        row.code(),
                        row.label(),
                        row.costClass(),
                        row.account(),
                        row.budget(),
                        row.spent().setScale(2),
                        row.cumulative().setScale(2),
                        VariancePolicy.expected(row.budget(), budget.startsOn(), budget.endsOn(), measuredOn),
                        row.reason()))
                .toList();
    }
}
