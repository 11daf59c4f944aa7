package org.convergence.resources.spending.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes accepted expenses in batches that never change, and corrects them by new expenses that cite them. */
@Service
@Transactional
@Requires(SpendingPermissions.REVIEW)
public class ExpenseBatchService {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final ExpenseQueries queries;
    private final ExpenseRepository expenses;
    private final BudgetLocks locks;
    private final OrganisationSettings settings;

    ExpenseBatchService(
            JdbcClient db,
            ExpenseQueries queries,
            ExpenseRepository expenses,
            BudgetLocks locks,
            OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.expenses = expenses;
        this.locks = locks;
        this.settings = settings;
    }

    /**
     * A closed batch.
     *
     * @param inBooks how many of its expenses the accountant's books held before, as lines or as payroll
     */
    public record ExpenseBatch(UUID id, int number, LocalDate closedOn, int expenses, int inBooks) {}

    /** The batches, the latest first. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public List<ExpenseBatch> findAll() {
        return db.sql("""
                        SELECT b.id, b.number, b.closed_on,
                               (SELECT count(*) FROM resources.spending_expense e WHERE e.batch = b.id) AS expenses,
                               (SELECT count(*) FROM resources.spending_expense e WHERE e.batch = b.id
                                AND (e.books_line IS NOT NULL OR e.hours IS NOT NULL)) AS in_books
                        FROM resources.spending_batch b ORDER BY b.number DESC LIMIT ?
                        """)
                .param(MOST)
                .query(RecordMapper.of(ExpenseBatch.class))
                .list();
    }

    /** How many accepted expenses the next batch would take. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public int countAccepted() {
        return db.sql("SELECT count(*) FROM resources.spending_expense WHERE state = 'ACCEPTED'")
                .query(Integer.class)
                .single();
    }

    /**
     * Closes all accepted expenses in a new batch, for good.
     *
     * @return its number
     * @throws Refused if nothing is accepted
     */
    @Transactional(label = "spending.close")
    public int close() {
        TransactionLock.acquire(db, "resources.spending_batch");
        locks.lockAll();
        UUID id = Ids.next();
        int number = db.sql("SELECT coalesce(max(number), 0) + 1 FROM resources.spending_batch")
                .query(Integer.class)
                .single();
        db.sql("INSERT INTO resources.spending_batch (id, number, closed_on, closed_by) VALUES (?, ?, ?, ?)")
                .params(id, number, settings.today(), CurrentActor.get().id())
                .update();
        int closed = db.sql("""
                        UPDATE resources.spending_expense SET state = 'CLOSED', batch = ?, version = version + 1
                        WHERE state = 'ACCEPTED'
                        """).param(id).update();
        if (closed == 0) {
            throw new Refused("spending.refused.nothing-to-close");
        }
        return number;
    }

    /**
     * Takes a closed expense back by one below zero, and records what should have been, if anything. Both cite it and
     * wait for the accountant; the closed one never changes.
     *
     * @param reason 1 to 1,000 characters, the note of the one that takes it back
     * @param right what should have been; {@code null} if nothing
     * @return the expense to look at: the right one, else the one below zero
     * @throws Refused if the expense is not closed, takes another back, or is taken back already
     */
    @Requires(SpendingPermissions.RECORD)
    @Transactional(label = "spending.correct")
    public ExpenseId correct(ExpenseId id, String reason, @Nullable ExpenseFacts right) {
        locks.lockFor(id.value(), right == null ? List.of() : right.splits());
        db.sql("SELECT 1 FROM resources.spending_expense WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .optional();
        ExpenseRow closed = queries.findById(id);
        if (closed.state() != ExpenseState.CLOSED || closed.amount().signum() < 0) {
            throw new Refused("spending.refused.not-closed");
        }
        if (closed.takenBackBy() != null) {
            throw new Refused("spending.refused.taken-back");
        }
        if (right != null && right.day().isAfter(settings.today())) {
            throw new Refused("spending.refused.future");
        }
        ExpenseId reversal = expenses.insertReversal(id, reason);
        return right == null ? reversal : expenses.insert(right, null, id);
    }
}
