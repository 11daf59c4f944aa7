package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReport.VoucherShare;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the vouchers of budgets as reports show them. */
@Component
record ReportedVoucherQueries(JdbcClient db) {

    private record VoucherRow(
            UUID id,
            LocalDate day,
            String supplier,
            String reference,
            BigDecimal amount,
            String currency,
            List<VoucherShare> shares,
            List<ConversionStep> rates,
            ExpenseState state,
            @Nullable UUID document,
            boolean onSite,
            BigDecimal rebate) {}

    /** The vouchers of a period, and those of {@code earlier} expenses, by day. */
    List<ReportedVoucher> find(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        List<ReportedVoucher> vouchers = new ArrayList<>();
        db.sql("""
                        SELECT e.id, e.day, e.supplier, e.number AS reference, e.amount, e.currency, e.state, e.document,
                               e.on_site, coalesce(round((e.gst_rebate + e.qst_rebate) * sum(s.amount)
                                        / nullif(e.amount - e.gst_rebate - e.qst_rebate, 0), 2), 0) AS rebate,
                               (array_agg(s.rates ORDER BY l.position))[1] AS rates,
                               jsonb_agg(jsonb_build_object('code', l.code, 'amount', s.converted) ORDER BY l.position)
                                   AS shares
                        FROM resources.spending_expense e JOIN resources.spending_split s ON s.expense = e.id
                        JOIN resources.spending_line l ON l.id = s.line
                        WHERE l.budget = :budget AND e.state <> 'COMMITTED'
                          AND (e.day BETWEEN :from AND :to OR e.id = ANY (:earlier))
                        GROUP BY e.id ORDER BY e.day, e.id
                        """)
                .param("budget", budget.id().value())
                .param("from", period.startsOn())
                .param("to", period.endsOn())
                .param("earlier", earlier.toArray(UUID[]::new))
                .query(RecordMapper.of(VoucherRow.class))
                .list()
                .forEach(row -> vouchers.add(new ReportedVoucher(
                        row.id(),
                        vouchers.size() + 1,
                        row.day(),
                        row.supplier(),
                        row.reference(),
                        row.amount(),
                        row.currency(),
                        row.shares(),
                        row.rates(),
                        row.state(),
                        row.document(),
                        row.onSite(),
                        row.rebate(),
                        earlier.contains(row.id()) ? true : null)));
        return vouchers;
    }
}
