package org.convergence.resources.spending.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Expenses of a period whose report was filed without them: the next report tells them (R-GRANT-17). */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class LateExpenseQueries {

    private final JdbcClient db;
    private final Filings<FinancialReportId> filings;

    LateExpenseQueries(JdbcClient db, Filings<FinancialReportId> filings) {
        this.db = db;
        this.filings = filings;
    }

    /** A period whose report is filed. */
    public record FiledPeriod(
            BudgetId budget, FinancialReportId report, String title, LocalDate startsOn, LocalDate endsOn) {}

    /** The period, already filed without it, in which an expense falls; empty if a filed report tells it, or its own will. */
    public Optional<FiledPeriod> findFiledPeriod(ExpenseId id) {
        return db.sql("""
                        SELECT DISTINCT b.id AS budget, r.id AS report, b.title, r.starts_on, r.ends_on
                        FROM resources.spending_expense e JOIN resources.spending_split s ON s.expense = e.id
                        JOIN resources.spending_line l ON l.id = s.line
                        JOIN resources.spending_budget b ON b.id = l.budget
                        JOIN resources.spending_report r ON r.budget = b.id AND r.filed_on IS NOT NULL
                             AND e.day BETWEEN r.starts_on AND r.ends_on
                        WHERE e.id = ? AND e.state <> 'COMMITTED' ORDER BY r.starts_on, r.id
                        """).param(id.value()).query(RecordMapper.of(FiledPeriod.class)).list().stream()
                .filter(period -> findFiled(period.budget()).stream()
                        .flatMap(filed -> findVouchers(filed.report()))
                        .noneMatch(voucher -> voucher.id().equals(id.value())))
                .findFirst();
    }

    /** The expenses from before a period that its report tells: those that no other filed report tells. */
    @Requires(SpendingPermissions.BUDGET)
    Set<UUID> findBefore(ReportedBudget budget, BudgetPeriod period) {
        Set<UUID> late = new HashSet<>(db.sql("""
                        SELECT DISTINCT e.id
                        FROM resources.spending_report r JOIN resources.spending_line l ON l.budget = r.budget
                        JOIN resources.spending_split s ON s.line = l.id AND NOT s.filed
                        JOIN resources.spending_expense e ON e.id = s.expense AND e.day BETWEEN r.starts_on AND r.ends_on
                             AND e.state <> 'COMMITTED'
                        WHERE r.budget = :budget AND r.filed_on IS NOT NULL AND r.ends_on < :from
                        """)
                .param("budget", budget.id().value())
                .param("from", period.startsOn())
                .query(UUID.class)
                .list());
        for (FiledPeriod filed : findFiled(budget.id())) {
            boolean isThis =
                    filed.startsOn().equals(period.startsOn()) && filed.endsOn().equals(period.endsOn());
            if (isThis) {
                findVouchers(filed.report())
                        .filter(voucher -> voucher.day().isBefore(period.startsOn()))
                        .forEach(voucher -> late.add(voucher.id()));
            } else if (!late.isEmpty()) {
                findVouchers(filed.report()).forEach(voucher -> late.remove(voucher.id()));
            }
        }
        return late;
    }

    private List<FiledPeriod> findFiled(BudgetId budget) {
        return db.sql("""
                        SELECT r.budget, r.id AS report, '' AS title, r.starts_on, r.ends_on FROM resources.spending_report r
                        WHERE r.budget = ? AND r.filed_on IS NOT NULL
                        """)
                .param(budget.value())
                .query(RecordMapper.of(FiledPeriod.class))
                .list();
    }

    private Stream<ReportedVoucher> findVouchers(FinancialReportId report) {
        return filings.find(report).stream()
                .flatMap(filed -> filed.facts().as(FinancialReport.class).vouchers().stream());
    }
}
