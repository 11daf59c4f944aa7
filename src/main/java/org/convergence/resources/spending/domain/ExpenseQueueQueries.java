package org.convergence.resources.spending.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.spending.BudgetOrigins;
import org.convergence.resources.spending.BudgetOrigins.BudgetDeadline;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the accountant's queue. */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class ExpenseQueueQueries {

    private final JdbcClient db;
    private final ExpenseQueries expenses;
    private final BudgetOrigins origins;

    ExpenseQueueQueries(JdbcClient db, ExpenseQueries expenses, BudgetOrigins origins) {
        this.db = db;
        this.expenses = expenses;
        this.origins = origins;
    }

    private record QueuePosition(
            ExpenseId id,
            @Nullable LocalDate dueOn,
            @Nullable String what) {}

    /**
     * An expense that waits for the accountant.
     *
     * @param dueOn the day of the next deliverable for which it is needed; {@code null} if there is none
     * @param what that deliverable
     */
    public record WaitingExpense(
            ExpenseRow expense,
            @Nullable LocalDate dueOn,
            @Nullable String what) {}

    /**
     * The expenses that wait for the accountant: first those of the agreement whose next deliverable is the nearest, by
     * day; those returned with a question come last.
     */
    public List<WaitingExpense> findWaiting(int limit) {
        List<BudgetDeadline> deadlines = origins.findDeadlines();
        List<QueuePosition> waiting = db.sql("""
                        SELECT e.id, min(d.due_on) AS due_on, (array_agg(d.what ORDER BY d.due_on))[1] AS what
                        FROM resources.spending_expense e
                        JOIN resources.spending_split s ON s.expense = e.id
                        JOIN resources.spending_line l ON l.id = s.line JOIN resources.spending_budget b ON b.id = l.budget
                        LEFT JOIN unnest(CAST(:subjects AS text[]), CAST(CAST(:days AS text[]) AS date[]), CAST(:whats AS text[]))
                               AS d (subject, due_on, what) ON d.subject = b.subject
                        WHERE e.state IN ('PROPOSED', 'RETURNED')
                        GROUP BY e.id ORDER BY e.state, min(d.due_on), e.day, e.id LIMIT :limit
                        """)
                .param(
                        "subjects",
                        deadlines.stream().map(BudgetDeadline::subject).toArray(String[]::new))
                .param(
                        "days",
                        deadlines.stream().map(each -> each.dueOn().toString()).toArray(String[]::new))
                .param("whats", deadlines.stream().map(BudgetDeadline::what).toArray(String[]::new))
                .param("limit", limit)
                .query(RecordMapper.of(QueuePosition.class))
                .list();
        Map<ExpenseId, ExpenseRow> rows = expenses
                .findByIds(waiting.stream().map(QueuePosition::id).toList())
                .stream()
                .collect(Collectors.toMap(ExpenseRow::id, row -> row));
        return waiting.stream()
                .map(each -> new WaitingExpense(Objects.requireNonNull(rows.get(each.id())), each.dueOn(), each.what()))
                .toList();
    }

    /** How many expenses wait for the accountant, and how many of them for an answer. */
    public record WaitingExpenses(int all, int returned) {}

    public WaitingExpenses countWaiting() {
        return db.sql("""
                        SELECT count(*) AS all, count(*) FILTER (WHERE state = 'RETURNED') AS returned
                        FROM resources.spending_expense WHERE state IN ('PROPOSED', 'RETURNED')
                        """).query(RecordMapper.of(WaitingExpenses.class)).single();
    }
}
