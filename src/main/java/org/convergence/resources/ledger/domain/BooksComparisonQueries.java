package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.BooksId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.AccountLine;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.UnpairedLines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares entries handed to the accountant with the accountant's books, account by account, with the lines that
 * explain each difference.
 */
@Service
@Transactional
@Requires(LedgerPermissions.REVIEW)
public class BooksComparisonQueries {

    private final JdbcClient db;
    private final JournalQueries journal;
    private final BookAccountService accounts;

    BooksComparisonQueries(JdbcClient db, JournalQueries journal, BookAccountService accounts) {
        this.db = db;
        this.journal = journal;
        this.accounts = accounts;
    }

    /** An imported general ledger of a period. */
    public record ImportedBooks(
            BooksId id, String name, LocalDate since, LocalDate until, String currency, Instant readAt, int lines) {}

    /**
     * The comparison of an account.
     *
     * @param closed the sum of closed batches
     * @param open the sum of the open batch
     * @param hers the sum of the accountant's books
     */
    public record AccountComparison(
            BookAccount account, BigDecimal closed, BigDecimal open, BigDecimal hers, UnpairedLines left) {

        /** Our sum less that of the books. */
        public BigDecimal difference() {
            return closed.add(open).subtract(hers);
        }
    }

    private static final String BOOKS = """
            SELECT b.*, (SELECT count(*) FROM resources.ledger_books_line l WHERE l.books = b.id) AS lines
            FROM resources.ledger_books b
            """;

    /** The latest imports first. */
    public List<ImportedBooks> findLatest(int limit) {
        return db.sql(BOOKS + " ORDER BY b.read_at DESC, b.id DESC LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(ImportedBooks.class))
                .list();
    }

    /** @throws NotFound if the import does not exist */
    public ImportedBooks findById(BooksId id) {
        return db.sql(BOOKS + " WHERE b.id = ?")
                .param(id.value())
                .query(RecordMapper.of(ImportedBooks.class))
                .optional()
                .orElseThrow(() -> new NotFound("books"));
    }

    /** The comparison of each account, without accounts empty on both sides. */
    public List<AccountComparison> compare(BooksId id) {
        ImportedBooks books = findById(id);
        Map<String, List<AccountLine>> ours = new HashMap<>();
        for (JournalQueries.JournalLine each : journal.findBetween(books.since(), books.until())) {
            if (each.currency().equals(books.currency())) {
                ours.computeIfAbsent(each.account(), it -> new ArrayList<>()).add(line(each));
            }
        }
        Map<String, List<AccountLine>> hers = findBooksLines(id);
        List<AccountComparison> all = new ArrayList<>();
        for (BookAccount account : accounts.findAll()) {
            List<AccountLine> mine = ours.getOrDefault(account.code(), List.of());
            List<AccountLine> yours = hers.getOrDefault(BooksComparisonPolicy.accountCode(account.code()), List.of());
            if (!mine.isEmpty() || !yours.isEmpty()) {
                all.add(new AccountComparison(
                        account,
                        BooksComparisonPolicy.sum(
                                mine.stream().filter(AccountLine::closed).toList()),
                        BooksComparisonPolicy.sum(
                                mine.stream().filter(it -> !it.closed()).toList()),
                        BooksComparisonPolicy.sum(yours),
                        BooksComparisonPolicy.compare(mine, yours)));
            }
        }
        return all;
    }

    private static AccountLine line(JournalQueries.JournalLine it) {
        String party = it.party().isEmpty() ? it.text() : it.party() + " · " + it.text();
        return new AccountLine(
                it.day(), it.reference().isEmpty() ? null : it.reference(), party, it.amount(), it.closed());
    }

    private Map<String, List<AccountLine>> findBooksLines(BooksId id) {
        Map<String, List<AccountLine>> hers = new HashMap<>();
        db.sql("""
                        SELECT account, day, reference, text, amount FROM resources.ledger_books_line
                        WHERE books = ? ORDER BY day, number
                        """)
                .param(id.value())
                .query((row, n) -> hers.computeIfAbsent(
                                BooksComparisonPolicy.accountCode(row.getString("account")), it -> new ArrayList<>())
                        .add(new AccountLine(
                                row.getObject("day", LocalDate.class),
                                row.getString("reference"),
                                row.getString("text"),
                                row.getBigDecimal("amount").setScale(2),
                                true)))
                .list();
        return hers;
    }
}
