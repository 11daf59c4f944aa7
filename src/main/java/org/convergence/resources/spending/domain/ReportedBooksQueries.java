package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.currency.CurrencyConverter;
import org.convergence.platform.currency.CurrencyConverter.DatedAmount;
import org.convergence.platform.currency.RemittancePolicy;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.AccountantBooks.BooksEntry;
import org.convergence.resources.ledger.AccountantBooks.BooksMatch;
import org.convergence.resources.ledger.AccountantBooks.RecordedAmount;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.BudgetPolicy;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.UnpairedAmount;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the lines of budgets as reports show them, and compares their expenses with the accountant's books. Expenses of
 * other budgets on the same accounts explain what the books hold; they are paired too, and not told.
 */
@Component
record ReportedBooksQueries(
        JdbcClient db, AccountantBooks books, CurrencyConverter converter, OrganisationSettings settings) {

    /** The code of an account, however it is written. */
    private static final String CODE = "upper(regexp_replace(%s.account, '[^A-Za-z0-9]', '', 'g'))";

    /**
     * A part of an expense on an account.
     *
     * @param inBooks its amount in the currency of the books; {@code null} if the expense and the budget have others
     */
    private record AccountShare(
            UUID expense,
            String account,
            boolean ours,
            LocalDate day,
            String reference,
            String supplier,
            Money converted,
            @Nullable BigDecimal inBooks) {}

    /** An expense is one amount on each account, whatever the number of lines that charge it. */
    private static final class AccountAmount {

        private final UUID id = Ids.next();
        private final AccountShare first;
        private BigDecimal all = BigDecimal.ZERO;
        private BigDecimal ours = BigDecimal.ZERO;

        AccountAmount(AccountShare first) {
            this.first = first;
        }

        void add(AccountShare share, BigDecimal amount) {
            all = all.add(amount);
            ours = share.ours() ? ours.add(amount) : ours;
        }

        RecordedAmount recorded() {
            return new RecordedAmount(id, first.account(), first.day(), first.reference(), all);
        }

        UnpairedAmount unpaired() {
            return new UnpairedAmount(
                    first.expense(), first.day(), first.account(), first.reference(), first.supplier(), ours);
        }
    }

    /** @param earlier expenses from before that the report of the period tells */
    ReportedBooks compare(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        MatchedShares shares = match(budget, period, earlier);
        return new ReportedBooks(
                AccountantBooks.CURRENCY,
                shares.match().until(),
                shares.withoutRate(),
                shares.match().onlyRecorded().stream()
                        .map(id -> Objects.requireNonNull(shares.byId().get(id)).unpaired())
                        .filter(unpaired -> unpaired.amount().signum() != 0)
                        .toList(),
                shares.match().onlyInBooks().stream()
                        .map(entry -> new UnpairedAmount(
                                null, entry.day(), entry.account(), entry.reference(), entry.text(), entry.amount()))
                        .toList());
    }

    /** The lines of the books that each expense is paired with. */
    Map<UUID, List<BooksEntry>> findEntries(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        MatchedShares shares = match(budget, period, earlier);
        Map<UUID, List<BooksEntry>> entries = new HashMap<>();
        shares.match()
                .paired()
                .forEach((id, entry) -> entries.computeIfAbsent(
                                Objects.requireNonNull(shares.byId().get(id))
                                        .first
                                        .expense(),
                                expense -> new ArrayList<>())
                        .add(entry));
        return entries;
    }

    /** Amounts paired with the books; {@code byId} tells what each is. */
    private record MatchedShares(Map<UUID, AccountAmount> byId, BooksMatch match, int withoutRate) {}

    private MatchedShares match(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        List<AccountShare> shares = findShares(budget, period, earlier);
        List<AccountShare> foreign =
                shares.stream().filter(share -> share.inBooks() == null).toList();
        List<Optional<Money>> rated = converter.convertAll(
                foreign.stream()
                        .map(share -> new DatedAmount(share.converted(), share.day()))
                        .toList(),
                AccountantBooks.CURRENCY);
        Map<List<Object>, AccountAmount> amounts = new LinkedHashMap<>();
        int next = 0;
        int withoutRate = 0;
        for (AccountShare share : shares) {
            BigDecimal amount = share.inBooks();
            if (amount == null) {
                amount = rated.get(next++).map(Money::getAmount).orElse(null);
            }
            if (amount == null) {
                withoutRate += share.ours() ? 1 : 0;
                continue;
            }
            amounts.computeIfAbsent(List.of(share.expense(), share.account()), key -> new AccountAmount(share))
                    .add(share, amount);
        }
        return pair(budget, period, amounts.values().stream().toList(), withoutRate);
    }

    private MatchedShares pair(
            ReportedBudget budget, BudgetPeriod period, List<AccountAmount> amounts, int withoutRate) {
        Map<UUID, AccountAmount> byId = new HashMap<>();
        List<RecordedAmount> recorded = new ArrayList<>();
        for (AccountAmount each : amounts) {
            byId.put(each.id, each);
            recorded.add(each.recorded());
        }
        return new MatchedShares(
                byId, books.match(recorded, findAccounts(budget), period.startsOn(), period.endsOn()), withoutRate);
    }

    private List<String> findAccounts(ReportedBudget budget) {
        return db.sql("""
                        SELECT DISTINCT account FROM resources.spending_line WHERE budget = ? AND account IS NOT NULL
                        """).param(budget.id().value()).query(String.class).list();
    }

    private List<AccountShare> findShares(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        return db.sql("""
                        SELECT s.expense, coalesce(%1$s, '') AS account, b.id = :budget AS ours, e.day, e.number AS reference,
                               e.supplier, s.converted, b.currency,
                               CASE WHEN b.currency = :books THEN s.converted WHEN e.currency = :books THEN s.amount END
                                   AS in_books
                        FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
                        JOIN resources.spending_budget b ON b.id = l.budget
                        JOIN resources.spending_expense e ON e.id = s.expense
                        WHERE (e.day BETWEEN :from AND :to OR e.id = ANY (:earlier)) AND e.state <> 'COMMITTED'
                          AND (b.id = :budget OR %1$s IN (
                              SELECT %2$s FROM resources.spending_line own WHERE own.budget = :budget))
                        ORDER BY e.day, e.id, l.position
                        """.formatted(CODE.formatted("l"), CODE.formatted("own")))
                .param("budget", budget.id().value())
                .param("books", AccountantBooks.CURRENCY)
                .param("from", period.startsOn())
                .param("to", period.endsOn())
                .param("earlier", earlier.toArray(UUID[]::new))
                .query(RecordMapper.of(AccountShare.class))
                .list();
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
            String reason,
            BigDecimal original,
            String amendment,
            @Nullable BigDecimal capPercent,
            List<String> capBase,
            @Nullable BigDecimal capMaximum,
            BigDecimal foreignSpent,
            BigDecimal foreignCost,
            @Nullable BigDecimal plannedRate) {

        /** The part of a variance that comes from the rate. */
        @Nullable
        BigDecimal exchange(BigDecimal variance) {
            return plannedRate == null || foreignSpent.signum() == 0
                    ? null
                    : RemittancePolicy.variance(variance, foreignSpent, foreignCost, plannedRate)
                            .exchange();
        }

        LineLimits limits() {
            return new LineLimits(capPercent, capBase, capMaximum, amendment);
        }
    }

    Optional<ReportedBudget> findBudget(String condition, Object value) {
        return db.sql("SELECT id, subject, title, currency, starts_on, ends_on FROM resources.spending_budget WHERE "
                        + condition)
                .param(value)
                .query(RecordMapper.of(ReportedBudget.class))
                .optional();
    }

    List<ReportedLine> findLines(ReportedBudget budget, BudgetPeriod period) {
        return findLines(budget, period, Set.of());
    }

    /**
     * The lines of a budget with what was spent in a period and before, and why they depart from the budget.
     *
     * @param earlier expenses from before that count as spent in the period
     */
    List<ReportedLine> findLines(ReportedBudget budget, BudgetPeriod period, Set<UUID> earlier) {
        LocalDate measuredOn = period.measuredOn(settings.today());
        List<LineRow> rows = db.sql("""
                        SELECT l.id, l.code, l.label, l.cost_class, coalesce(l.account, '') AS account, l.amended AS budget,
                               coalesce(sum(s.converted) FILTER (WHERE e.day BETWEEN :from AND :to OR e.id = ANY (:earlier)), 0) AS spent,
                               coalesce(sum(s.converted) FILTER (WHERE e.day <= :to), 0) AS cumulative,
                               coalesce(v.reason, '') AS reason, l.original, l.amendment, l.cap_percent, l.cap_base,
                               l.cap_maximum, b.planned_rate,
                               coalesce(sum(s.amount) FILTER (WHERE e.day <= :to AND e.currency = b.planned_currency), 0)
                                   AS foreign_spent,
                               coalesce(sum(s.converted) FILTER (WHERE e.day <= :to AND e.currency = b.planned_currency), 0)
                                   AS foreign_cost
                        FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget
                        LEFT JOIN resources.spending_variance v
                               ON v.line = l.id AND v.starts_on = :from AND v.ends_on = :to
                        LEFT JOIN (resources.spending_split s
                                   JOIN resources.spending_expense e ON e.id = s.expense AND e.state <> 'COMMITTED')
                               ON s.line = l.id
                        WHERE l.budget = :budget GROUP BY l.id, v.reason, b.id ORDER BY l.position
                        """)
                .param("budget", budget.id().value())
                .param("from", period.startsOn())
                .param("to", period.endsOn())
                .param("earlier", earlier.toArray(UUID[]::new))
                .query(RecordMapper.of(LineRow.class))
                .list();
        return rows.stream()
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
                        row.reason(),
                        row.original(),
                        row.amendment(),
                        BudgetPolicy.cap(
                                row.limits(),
                                rows.stream()
                                        .filter(each -> !each.id().equals(row.id()))
                                        .toList(),
                                LineRow::code,
                                LineRow::cumulative),
                        row.exchange(row.cumulative()
                                .subtract(VariancePolicy.expected(
                                        row.budget(), budget.startsOn(), budget.endsOn(), measuredOn)))))
                .toList();
    }
}
