package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ListExportLog;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.AccountantBooks.BooksAccount;
import org.convergence.resources.ledger.JournalFile.JournalEntryLine;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closed expenses as journal lines for the accounting software. An expense debits the accounts of its lines and the taxes
 * that come back, and credits the bank that paid, if there is only one. Expenses that the books already hold, since they
 * were made of their lines or of hours that the payroll paid, are left out.
 */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class ExpenseJournalQueries {

    private static final String POSTINGS = """
            WITH chosen AS (
                SELECT e.* FROM resources.spending_expense e
                WHERE e.batch = :batch AND e.books_line IS NULL AND e.hours IS NULL),
            posting AS (
                SELECT s.expense, 1 AS place, l.position AS rank, coalesce(l.account, '') AS account,
                       l.code || ' ' || l.label AS name, s.amount, b.title AS text
                FROM chosen e JOIN resources.spending_split s ON s.expense = e.id
                JOIN resources.spending_line l ON l.id = s.line JOIN resources.spending_budget b ON b.id = l.budget
                UNION ALL
                SELECT id, 2, 0, '', :gst, gst_rebate, note FROM chosen
                UNION ALL
                SELECT id, 3, 0, '', :qst, qst_rebate, note FROM chosen
                UNION ALL
                SELECT id, 4, 0, :bank, :bankName, -amount, note FROM chosen)
            SELECT e.day, e.number AS reference, p.account, p.name AS account_name, p.amount, e.supplier AS party, p.text,
                   e.currency
            FROM posting p JOIN chosen e ON e.id = p.expense
            WHERE p.amount <> 0 ORDER BY e.day, e.id, p.place, p.text, p.rank
            """;

    private final JdbcClient db;
    private final AccountantBooks books;
    private final ListExportLog exportLog;

    ExpenseJournalQueries(JdbcClient db, AccountantBooks books, ListExportLog exportLog) {
        this.db = db;
        this.books = books;
        this.exportLog = exportLog;
    }

    /** The number of a batch. */
    public int findNumber(UUID batch) {
        return db.sql("SELECT number FROM resources.spending_batch WHERE id = ?")
                .param(batch)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("batch"));
    }

    private record ExpenseJournalRow(
            LocalDate day,
            String reference,
            String account,
            String accountName,
            BigDecimal amount,
            String party,
            String text,
            String currency) {}

    /**
     * The journal of a batch, expense by expense; the export is logged, since suppliers may be people (R-L25-15).
     *
     * @param gst the name of the federal tax that comes back, whose account the accountant chooses
     * @param qst of the tax of Québec
     * @param format of the file, as an address names it
     */
    @Transactional
    public List<JournalEntryLine> takeOut(UUID batch, String gst, String qst, String format) {
        Optional<BooksAccount> bank = books.findOnlyBank();
        List<JournalEntryLine> postings = db
                .sql(POSTINGS)
                .param("batch", batch)
                .param("gst", gst)
                .param("qst", qst)
                .param("bank", bank.map(BooksAccount::code).orElse(""))
                .param("bankName", bank.map(BooksAccount::name).orElse(""))
                .query(RecordMapper.of(ExpenseJournalRow.class))
                .list()
                .stream()
                .map(row -> new JournalEntryLine(
                        row.day(),
                        row.reference(),
                        row.account(),
                        row.accountName(),
                        row.amount().setScale(2),
                        row.party(),
                        row.text(),
                        row.currency()))
                .toList();
        exportLog.record(format.toUpperCase(Locale.ROOT), postings.size(), true);
        return postings;
    }
}
