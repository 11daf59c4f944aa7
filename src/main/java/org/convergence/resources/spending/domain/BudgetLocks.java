package org.convergence.resources.spending.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks budgets until the transaction ends, before anything of them is read, so that a remittance, an expense, a batch
 * and a filed report of one budget each see what the others wrote. All lock them in the order of their ids.
 */
@Component
record BudgetLocks(JdbcClient db) {

    void lock(UUID budget) {
        db.sql("SELECT 1 FROM resources.spending_budget WHERE id = ? FOR NO KEY UPDATE")
                .param(budget)
                .query(Integer.class)
                .list();
    }

    /**
     * Locks the budgets of an expense.
     *
     * @param expense whose present budgets are locked; {@code null} for a new one
     * @param splits on lines whose budgets are locked too
     */
    void lockFor(@Nullable UUID expense, List<ExpenseSplit> splits) {
        db.sql("""
                        SELECT 1 FROM resources.spending_budget
                        WHERE id IN (SELECT budget FROM resources.spending_line WHERE id = ANY (:lines)
                                     UNION SELECT l.budget FROM resources.spending_line l
                                     JOIN resources.spending_split s ON s.line = l.id
                                     WHERE s.expense = CAST(:expense AS uuid))
                        ORDER BY id FOR NO KEY UPDATE
                        """)
                .param(
                        "lines",
                        splits.stream().map(split -> split.line().value()).toArray(UUID[]::new))
                .param("expense", expense)
                .query(Integer.class)
                .list();
    }

    void lockAll() {
        db.sql("SELECT 1 FROM resources.spending_budget ORDER BY id FOR NO KEY UPDATE")
                .query(Integer.class)
                .list();
    }
}
