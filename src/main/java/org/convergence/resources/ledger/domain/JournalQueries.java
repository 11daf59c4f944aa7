package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries as journal lines for the accounting software. The debits of an entry equal its credits: an invoice debits the
 * receivable and credits its lines, a payment debits the bank and credits what it settles, a reduction reverses the
 * invoice's lines, the first line first, or debits the loss.
 */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class JournalQueries {

    private static final String LINES = """
            WITH account AS (
                SELECT purpose, (array_agg(id ORDER BY code))[1] AS id FROM resources.ledger_account GROUP BY purpose),
            chosen AS (
                SELECT e.id, e.invoice, e.reduction, e.payment, b.bank, b.closed_at IS NOT NULL AS closed, b.id AS batch
                FROM resources.ledger_entry e LEFT JOIN resources.ledger_batch b ON b.id = e.batch
                WHERE {which}),
            line AS (
                SELECT e.id AS entry, i.issued_on AS day, i.series || '-' || lpad(i.sequence::text, 4, '0') AS reference,
                       i.currency, (SELECT id FROM account WHERE purpose = 'RECEIVABLE') AS account, i.total AS amount, 0 AS place
                FROM chosen e JOIN resources.ledger_invoice i ON i.id = e.invoice
                UNION ALL
                SELECT e.id, i.issued_on, i.series || '-' || lpad(i.sequence::text, 4, '0'), i.currency, l.account, -l.amount,
                       l.position
                FROM chosen e JOIN resources.ledger_invoice i ON i.id = e.invoice
                JOIN resources.ledger_invoice_line l ON l.invoice = i.id
                UNION ALL
                SELECT e.id, d.made_on, d.series || '-' || lpad(d.sequence::text, 4, '0'), i.currency,
                       CASE WHEN d.kind = 'WRITE_OFF' THEN (SELECT id FROM account WHERE purpose = 'LOSS')
                            ELSE (SELECT l.account FROM resources.ledger_invoice_line l WHERE l.invoice = i.id
                                  ORDER BY l.position LIMIT 1) END,
                       d.amount, 0
                FROM chosen e JOIN resources.ledger_reduction d ON d.id = e.reduction
                JOIN resources.ledger_invoice i ON i.id = d.invoice
                UNION ALL
                SELECT e.id, d.made_on, d.series || '-' || lpad(d.sequence::text, 4, '0'), i.currency,
                       (SELECT id FROM account WHERE purpose = 'RECEIVABLE'), -d.amount, 1
                FROM chosen e JOIN resources.ledger_reduction d ON d.id = e.reduction
                JOIN resources.ledger_invoice i ON i.id = d.invoice
                UNION ALL
                SELECT e.id, p.received_on, coalesce(p.reference, ''), p.currency,
                       coalesce(p.bank, e.bank, CASE WHEN e.batch IS NOT NULL OR (
                           SELECT count(*) FROM resources.ledger_account WHERE purpose = 'BANK') = 1
                           THEN (SELECT id FROM account WHERE purpose = 'BANK') END), p.amount, 0
                FROM chosen e JOIN resources.ledger_payment p ON p.id = e.payment WHERE p.amount <> 0
                UNION ALL
                SELECT e.id, p.received_on, coalesce(i.series || '-' || lpad(i.sequence::text, 4, '0'), p.reference, ''),
                       p.currency, coalesce(a.account, (SELECT id FROM account WHERE purpose = 'RECEIVABLE')), -a.amount,
                       a.position
                FROM chosen e JOIN resources.ledger_payment p ON p.id = e.payment
                JOIN resources.ledger_allocation a ON a.payment = p.id
                LEFT JOIN resources.ledger_invoice i ON i.id = a.invoice)
            SELECT l.entry, l.day, l.reference, coalesce(c.code, '') AS account,
                   coalesce(c.name, '') AS account_name, l.currency, l.amount, e.closed,
                   coalesce(o.name, h.display_name, p.payer, '') AS party,
                   coalesce(d.reason, i.subject, p.remark, '') AS text
            FROM line l
            LEFT JOIN resources.ledger_account c ON c.id = l.account
            JOIN chosen e ON e.id = l.entry
            LEFT JOIN resources.ledger_reduction d ON d.id = e.reduction
            LEFT JOIN resources.ledger_invoice i ON i.id = coalesce(e.invoice, d.invoice)
            LEFT JOIN resources.ledger_payment p ON p.id = e.payment
            LEFT JOIN directory.people_organisation_name o ON o.id = coalesce(i.payer_organisation, p.organisation)
            LEFT JOIN directory.people_person_name h ON h.id = coalesce(i.payer_person, p.person)
            WHERE l.day BETWEEN :from AND :until
            ORDER BY l.day, l.entry, l.place
            """;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private final JdbcClient db;
    private final BookAccountService accounts;

    JournalQueries(JdbcClient db, BookAccountService accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /**
     * A line.
     *
     * @param entry the entry it belongs to
     * @param account empty for a bank not known yet, of an entry without batch
     * @param amount above zero for a debit
     * @param closed whether its batch is closed
     */
    public record JournalLine(
            UUID entry,
            LocalDate day,
            String reference,
            String account,
            String accountName,
            String party,
            String text,
            String currency,
            BigDecimal amount,
            boolean closed) {

        public JournalLine {
            amount = amount.setScale(2);
        }

        /** The debit; {@code null} where it is a credit. */
        public @Nullable BigDecimal debit() {
            return amount.signum() > 0 ? amount : null;
        }

        /** The credit; {@code null} where it is a debit. */
        public @Nullable BigDecimal credit() {
            return amount.signum() < 0 ? amount.negate() : null;
        }
    }

    /** The lines of a batch, entry by entry. */
    @Transactional
    public List<JournalLine> findLines(BatchId batch) {
        return lines("b.id = :which", batch.value(), FIRST, LAST);
    }

    /** The lines of these entries, in a batch or not: what accepting them would post. */
    @Transactional
    public List<JournalLine> findLines(Collection<EntryId> entries) {
        return lines("e.id = ANY (:which)", entries.stream().map(EntryId::value).toArray(UUID[]::new), FIRST, LAST);
    }

    /** The lines of all batches between two days, both included. */
    @Transactional
    public List<JournalLine> findBetween(LocalDate from, LocalDate until) {
        return lines("b.id IS NOT NULL", null, from, until);
    }

    private List<JournalLine> lines(String condition, @Nullable Object which, LocalDate from, LocalDate until) {
        accounts.findAll();
        return db.sql(LINES.replace("{which}", condition))
                .param("which", which)
                .param("from", from)
                .param("until", until)
                .query(RecordMapper.of(JournalLine.class))
                .list();
    }
}
