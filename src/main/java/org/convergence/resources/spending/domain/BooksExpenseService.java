package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.AccountantBooks.BooksDebit;
import org.convergence.resources.ledger.AccountantBooks.BooksEntry;
import org.convergence.resources.ledger.AccountantBooks.RecordedAmount;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes expenses of lines of the accountant's books, each line once (R-PROJ-4). */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class BooksExpenseService {

    /** The books may hold an amount some weeks before or after the day of its voucher. */
    private static final int WEEKS_APART = 6;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final JdbcClient db;
    private final AccountantBooks books;
    private final ExpenseService expenses;
    private final ExpenseQueries queries;
    private final BudgetLocks locks;

    BooksExpenseService(
            JdbcClient db, AccountantBooks books, ExpenseService expenses, ExpenseQueries queries, BudgetLocks locks) {
        this.locks = locks;
        this.db = db;
        this.books = books;
        this.expenses = expenses;
        this.queries = queries;
    }

    /** The accounts of the lines of budgets, in their own notation. */
    @Transactional(readOnly = true)
    public List<String> findBudgetAccounts() {
        return db.sql("SELECT DISTINCT account FROM resources.spending_line WHERE account IS NOT NULL ORDER BY account")
                .query(String.class)
                .list();
    }

    /** The debits of a period that are no expense yet: neither made into one, nor equal to one recorded by hand. */
    @Transactional(readOnly = true)
    public List<BooksDebit> findUnrecorded(Collection<String> accounts, LocalDate from, LocalDate to) {
        Set<String> used =
                new HashSet<>(db.sql("SELECT books_line FROM resources.spending_expense WHERE books_line IS NOT NULL")
                        .query(String.class)
                        .list());
        Map<BooksEntry, Integer> unpaired = new HashMap<>();
        // An expense is compared with the books of its own days first, which may lie outside the period.
        LocalDate since = from.minusWeeks(WEEKS_APART);
        LocalDate until = to.plusWeeks(WEEKS_APART);
        books.match(findRecorded(since, until), accounts, since, until)
                .onlyInBooks()
                .forEach(entry -> unpaired.merge(entry, 1, Integer::sum));
        List<BooksDebit> left = new ArrayList<>();
        for (BooksDebit debit : books.findDebits(accounts, from, to)) {
            boolean free = !used.contains(debit.key()) && unpaired.getOrDefault(debit.entry(), 0) > 0;
            if (free) {
                unpaired.merge(debit.entry(), -1, Integer::sum);
                left.add(debit);
            }
        }
        return left;
    }

    private record ExpenseOnAccount(UUID expense, String account, LocalDate day, String reference, BigDecimal amount) {}

    /** What is spent on each account, in the currency of the books; an expense is one amount on each. */
    private List<RecordedAmount> findRecorded(LocalDate from, LocalDate to) {
        return db
                .sql("""
                        SELECT s.expense, l.account, e.day, e.number AS reference,
                               sum(CASE WHEN b.currency = :books THEN s.converted ELSE s.amount END) AS amount
                        FROM resources.spending_expense e JOIN resources.spending_split s ON s.expense = e.id
                        JOIN resources.spending_line l ON l.id = s.line
                        JOIN resources.spending_budget b ON b.id = l.budget
                        WHERE e.day BETWEEN :from AND :to AND e.state <> 'COMMITTED' AND l.account IS NOT NULL
                          AND e.books_line IS NULL
                          AND :books IN (b.currency, e.currency)
                        GROUP BY s.expense, l.account, e.day, e.number ORDER BY e.day, s.expense
                        """)
                .param("books", AccountantBooks.CURRENCY)
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(ExpenseOnAccount.class))
                .list()
                .stream()
                .map(each -> new RecordedAmount(
                        UUID.randomUUID(), each.account(), each.day(), each.reference(), each.amount()))
                .toList();
    }

    /**
     * Records lines of the books as expenses of one line of a budget, with the day, the reference, the text and the
     * amount that the books say.
     *
     * @param keys of the lines, among the debits of the period
     * @throws DuplicateVoucher if one of them was made into an expense before; none is recorded then
     * @throws Refused if one of them has left the books, or is an expense recorded by hand
     */
    @Transactional(label = "spending.record-books")
    public int record(Collection<String> accounts, LocalDate from, LocalDate to, Set<String> keys, BudgetLineId line) {
        // In the order in which an expense takes its locks: what another person records meanwhile is seen below.
        locks.lockFor(null, List.of(new ExpenseSplit(line, WHOLE, null)));
        TransactionLock.acquire(db, ExpenseService.TABLE);
        List<BooksDebit> chosen = books.findDebits(accounts, from, to).stream()
                .filter(debit -> keys.contains(debit.key()))
                .toList();
        if (chosen.size() < keys.size()) {
            throw new Refused("spending.refused.books-changed");
        }
        chosen.forEach(this::rejectSecondUse);
        if (!Set.copyOf(findUnrecorded(accounts, from, to)).containsAll(chosen)) {
            throw new Refused("spending.refused.books-recorded");
        }
        for (BooksDebit debit : chosen) {
            ExpenseId id = record(debit.entry(), line);
            db.sql("UPDATE resources.spending_expense SET books_line = ? WHERE id = ?")
                    .params(debit.key(), id.value())
                    .update();
        }
        return chosen.size();
    }

    private ExpenseId record(BooksEntry entry, BudgetLineId line) {
        return expenses.record(
                new ExpenseFacts(
                        entry.day(),
                        Money.of(CurrencyUnit.of(AccountantBooks.CURRENCY), entry.amount()),
                        TextShortener.shorten(entry.text(), ExpenseFacts.LONGEST_SUPPLIER),
                        entry.reference(),
                        "",
                        false,
                        List.of(new ExpenseSplit(line, WHOLE, null))),
                null);
    }

    private void rejectSecondUse(BooksDebit debit) {
        db.sql("SELECT id FROM resources.spending_expense WHERE books_line = ?")
                .param(debit.key())
                .query(UUID.class)
                .optional()
                .ifPresent(first -> {
                    throw new DuplicateVoucher(
                            "spending.refused.books-line-used", queries.findById(new ExpenseId(first)));
                });
    }
}
