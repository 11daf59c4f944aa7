package org.convergence.resources.spending.domain;

import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads expenses by the record of another module for which they were made. */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class RecordExpenseQueries {

    private final JdbcClient db;

    RecordExpenseQueries(JdbcClient db) {
        this.db = db;
    }

    /** The expenses of a record, the latest first. */
    public List<ExpenseRow> findBySource(String source) {
        return db.sql(
                        "SELECT " + ExpenseQueries.COLUMNS
                                + " FROM resources.spending_expense e WHERE e.source = ? ORDER BY e.day DESC, e.id DESC LIMIT 100")
                .param(source)
                .query(RecordMapper.of(ExpenseRow.class))
                .list();
    }

    /** The record for which an expense was made; {@code null} for none. */
    public @Nullable String findSource(ExpenseId id) {
        return db.sql("SELECT source FROM resources.spending_expense WHERE id = ? AND source IS NOT NULL")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
