package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.ledger.BooksId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.ComparePolicy.Left;
import org.convergence.resources.ledger.domain.ComparePolicy.Line;
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
public class BooksCompared {

    private final JdbcClient db;
    private final Journal journal;
    private final BookAccounts accounts;

    BooksCompared(JdbcClient db, Journal journal, BookAccounts accounts) {
        this.db = db;
        this.journal = journal;
        this.accounts = accounts;
    }

    /** An imported general ledger of a period. */
    public record Books(
            BooksId id, String name, LocalDate since, LocalDate until, String currency, Instant readAt, int lines) {}

    /**
     * One account.
     *
     * @param closed the sum of closed batches
     * @param open the sum of the open batch
     * @param hers the sum of the accountant's books
     */
    public record Compared(Account account, BigDecimal closed, BigDecimal open, BigDecimal hers, Left left) {

        /** Our sum less that of the books. */
        public BigDecimal difference() {
            return closed.add(open).subtract(hers);
        }
    }

    private static final String BOOKS = """
            SELECT b.*, (SELECT count(*) FROM resources.ledger_books_line l WHERE l.books = b.id) AS many
            FROM resources.ledger_books b
            """;

    /** The latest imports first. */
    public List<Books> latest(int limit) {
        return db.sql(BOOKS + " ORDER BY b.read_at DESC, b.id DESC LIMIT ?")
                .param(limit)
                .query((row, n) -> books(row))
                .list();
    }

    /** @throws NotFound if the import does not exist */
    public Books one(BooksId id) {
        return db.sql(BOOKS + " WHERE b.id = ?")
                .param(id.value())
                .query((row, n) -> books(row))
                .optional()
                .orElseThrow(() -> new NotFound("books"));
    }

    private static Books books(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Books(
                new BooksId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("currency"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getInt("many"));
    }

    /** The comparison of each account, without accounts empty on both sides. */
    public List<Compared> compare(BooksId id) {
        Books books = one(id);
        Map<String, List<Line>> ours = new HashMap<>();
        for (Journal.Line each : journal.between(books.since(), books.until())) {
            if (each.currency().equals(books.currency())) {
                ours.computeIfAbsent(each.account(), it -> new ArrayList<>()).add(line(each));
            }
        }
        Map<String, List<Line>> hers = hers(id);
        List<Compared> all = new ArrayList<>();
        for (Account account : accounts.all()) {
            List<Line> mine = ours.getOrDefault(account.code(), List.of());
            List<Line> yours = hers.getOrDefault(ComparePolicy.code(account.code()), List.of());
            if (!mine.isEmpty() || !yours.isEmpty()) {
                all.add(new Compared(
                        account,
                        ComparePolicy.sum(mine.stream().filter(Line::closed).toList()),
                        ComparePolicy.sum(
                                mine.stream().filter(it -> !it.closed()).toList()),
                        ComparePolicy.sum(yours),
                        ComparePolicy.compare(mine, yours)));
            }
        }
        return all;
    }

    private static Line line(Journal.Line it) {
        String party = it.party().isEmpty() ? it.text() : it.party() + " · " + it.text();
        return new Line(it.day(), it.reference().isEmpty() ? null : it.reference(), party, it.amount(), it.closed());
    }

    private Map<String, List<Line>> hers(BooksId id) {
        Map<String, List<Line>> hers = new HashMap<>();
        db.sql("""
                        SELECT account, day, reference, text, amount FROM resources.ledger_books_line
                        WHERE books = ? ORDER BY day, number
                        """)
                .param(id.value())
                .query((row, n) -> hers.computeIfAbsent(
                                ComparePolicy.code(row.getString("account")), it -> new ArrayList<>())
                        .add(new Line(
                                row.getObject("day", LocalDate.class),
                                row.getString("reference"),
                                row.getString("text"),
                                row.getBigDecimal("amount").setScale(2),
                                true)))
                .list();
        return hers;
    }
}
