package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.StatementId;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imported bank statements. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class StatementService {

    private final JdbcClient db;
    private final StatementRepository store;

    StatementService(JdbcClient db, StatementRepository store) {
        this.db = db;
        this.store = store;
    }

    /** A line as given by a bank; the amount is above zero for money received. */
    public record BankLineFacts(
            LocalDate day,
            BigDecimal amount,
            String text,
            @Nullable String reference) {}

    /** Enters lines from another source than a file; known lines are not entered again. */
    @Transactional
    @Requires(LedgerPermissions.RECORD)
    public StatementId enter(AccountId bank, String currency, String name, List<BankLineFacts> lines) {
        StatementSettings settings = new StatementSettings(Ids.next(), bank.value(), currency);
        store.insertStatement(settings, name);
        int number = 0;
        for (BankLineFacts told : lines) {
            var line = new StatementRow.StatementLine(told.day(), told.amount(), told.text(), told.reference(), null);
            int occurrence = store.countBefore(settings.statement(), ++number, line.fingerprint()) + 1;
            store.insertLine(settings, line, occurrence);
            store.linkLine(settings, number, line, occurrence);
        }
        return new StatementId(settings.statement());
    }

    /**
     * An imported statement.
     *
     * @param account its account, formatted
     * @param from the earliest day in it; {@code null} where nothing was entered of it
     * @param lines how many lines it has
     * @param open how many of its lines of money received are not identified yet
     */
    public record StatementSummary(
            StatementId id,
            String account,
            String name,
            String currency,
            Instant readAt,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int lines,
            int open) {}

    /** The latest statements first. */
    public List<StatementSummary> findLatest(int limit) {
        return db.sql("""
                        SELECT s.id, a.code || ' – ' || a.name AS account, s.name, s.currency, s.read_at,
                               l."from", l.until, coalesce(l.lines, 0) AS lines, coalesce(l.open, 0) AS open
                        FROM resources.ledger_statement s
                        JOIN resources.ledger_account a ON a.id = s.bank
                        LEFT JOIN LATERAL (
                            SELECT min(b.day) AS "from", max(b.day) AS until, count(*) AS lines,
                                   count(*) FILTER (WHERE b.state = 'OPEN' AND b.amount > 0) AS open
                            FROM resources.ledger_statement_line x JOIN resources.ledger_bank_line b ON b.id = x.line
                            WHERE x.statement = s.id) l ON true
                        ORDER BY s.read_at DESC, s.id DESC LIMIT ?
                        """)
                .param(limit)
                .query(RecordMapper.of(StatementSummary.class))
                .list();
    }
}
