package org.convergence.resources.spending.domain;

import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.SpendingPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames and deletes lines of budgets. */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
class BudgetLineService implements BudgetLines {

    private static final String TABLE = "resources.spending_line";

    private final JdbcClient db;
    private final BudgetLocks locks;

    BudgetLineService(JdbcClient db, BudgetLocks locks) {
        this.db = db;
        this.locks = locks;
    }

    @Override
    public void add(String subject, BudgetLineFacts line) {
        UUID budget = db.sql("SELECT id FROM resources.spending_budget WHERE subject = ?")
                .param(subject)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("budget"));
        locks.lock(budget);
        requireFree(budget, line.code(), null);
        db.sql("""
                        INSERT INTO resources.spending_line
                               (id, budget, position, code, label, cost_class, original, amended)
                        SELECT :id, :budget, (SELECT coalesce(max(position), 0) + 1 FROM resources.spending_line
                                              WHERE budget = :budget), :code, :label, :class,
                               CASE WHEN EXISTS (SELECT FROM resources.spending_report WHERE budget = :budget AND filed_on IS NOT NULL)
                                      OR EXISTS (SELECT FROM resources.spending_split s
                                                 JOIN resources.spending_line l ON l.id = s.line WHERE l.budget = :budget)
                                    THEN 0 ELSE CAST(:amount AS numeric) END, :amount
                        """)
                .param("id", Ids.next())
                .param("budget", budget)
                .param("code", line.code())
                .param("label", line.label())
                .param("class", line.costClass().name())
                .param("amount", line.amount())
                .update();
    }

    private record CodedLine(UUID budget, String code) {}

    private CodedLine lock(BudgetLineId line) {
        CodedLine found = db.sql("SELECT budget, code FROM resources.spending_line WHERE id = ?")
                .param(line.value())
                .query((row, n) -> new CodedLine(row.getObject("budget", UUID.class), row.getString("code")))
                .optional()
                .orElseThrow(() -> new NotFound("line"));
        locks.lock(found.budget());
        return found;
    }

    private void requireFree(UUID budget, String code, @Nullable UUID self) {
        boolean isTaken = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.spending_line
                                       WHERE budget = :budget AND code = :code AND id IS DISTINCT FROM CAST(:self AS uuid))
                        """)
                .param("budget", budget)
                .param("code", code)
                .param("self", self)
                .query(Boolean.class)
                .single();
        if (isTaken) {
            throw new Refused("spending.refused.code-twice", code);
        }
    }

    @Override
    public void rename(BudgetLineId line, int version, String code, String label) {
        CodedLine before = lock(line);
        requireFree(before.budget(), code, line.value());
        int written = db.sql("""
                        UPDATE resources.spending_line SET code = :code, label = :label, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("code", code)
                .param("label", label)
                .param("id", line.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, line.value(), version);
        }
        if (!code.equals(before.code())) {
            db.sql("""
                            UPDATE resources.spending_line
                            SET cap_base = array_replace(cap_base, :before, :code), version = version + 1
                            WHERE budget = :budget AND :before = ANY (cap_base)
                            """)
                    .param("before", before.code())
                    .param("code", code)
                    .param("budget", before.budget())
                    .update();
        }
    }

    @Override
    public void delete(BudgetLineId line, int version) {
        CodedLine found = lock(line);
        boolean isUsed = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.spending_split WHERE line = :id)
                            OR EXISTS (SELECT FROM resources.spending_variance WHERE line = :id)
                            OR EXISTS (SELECT FROM resources.spending_report WHERE budget = :budget AND filed_on IS NOT NULL)
                            OR EXISTS (SELECT FROM resources.spending_line
                                       WHERE budget = :budget AND CAST(:code AS text) = ANY (cap_base))
                            OR NOT EXISTS (SELECT FROM resources.spending_line WHERE budget = :budget AND id <> :id)
                        """)
                .param("id", line.value())
                .param("budget", found.budget())
                .param("code", found.code())
                .query(Boolean.class)
                .single();
        if (isUsed) {
            throw new Refused("spending.refused.line-used", found.code());
        }
        int deleted = db.sql("DELETE FROM resources.spending_line WHERE id = ? AND version = ?")
                .params(line.value(), version)
                .update();
        if (deleted == 0) {
            throw new EditConflict(TABLE, line.value(), version);
        }
    }
}
