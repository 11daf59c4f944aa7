package org.convergence.resources.ledger.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueueService.QueueEntry;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Batches of entries accepted by the accountant. A closed batch never opens again. */
@Service
@Transactional
@Requires(LedgerPermissions.REVIEW)
public class BatchService {

    private static final String ROWS = """
            SELECT b.id, %s AS number, b.opened_at, b.closed_at,
                   (SELECT count(*) FROM resources.ledger_entry e WHERE e.batch = b.id) AS entries
            FROM resources.ledger_batch b
            """.formatted(LedgerNumberSeries.column("b"));

    private final JdbcClient db;
    private final LedgerEntryRepository proposals;
    private final LedgerNumberSeries series;
    private final BookAccountService accounts;
    private final OrganisationSettings settings;
    private final Clock clock;

    BatchService(
            JdbcClient db,
            LedgerEntryRepository proposals,
            LedgerNumberSeries series,
            BookAccountService accounts,
            OrganisationSettings settings,
            Clock clock) {
        this.db = db;
        this.proposals = proposals;
        this.series = series;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param closedAt {@code null} while the batch is open */
    public record AccountantBatch(
            BatchId id,
            String number,
            Instant openedAt,
            @Nullable Instant closedAt,
            int entries) {}

    /** The latest batches first. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<AccountantBatch> findLatest(int limit) {
        return db.sql(ROWS + " ORDER BY b.opened_at DESC LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(AccountantBatch.class))
                .list();
    }

    /** @throws NotFound if the batch does not exist */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public AccountantBatch findById(BatchId id) {
        return db.sql(ROWS + " WHERE b.id = ?")
                .param(id.value())
                .query(RecordMapper.of(AccountantBatch.class))
                .optional()
                .orElseThrow(() -> new NotFound("batch"));
    }

    /** The entries of a batch, by day. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<QueueEntry> findEntries(BatchId id) {
        return db.sql(AccountantQueueService.ENTRIES + " WHERE e.batch = ? ORDER BY day, e.id")
                .param(id.value())
                .query(RecordMapper.of(QueueEntry.class))
                .list();
    }

    /** The open batch; opens one if there is none. Concurrent callers wait for each other. */
    BatchId findOrOpen() {
        proposals.lockBatches();
        Optional<UUID> open = db.sql("SELECT id FROM resources.ledger_batch WHERE closed_at IS NULL")
                .query(UUID.class)
                .optional();
        if (open.isPresent()) {
            return new BatchId(open.get());
        }
        BatchId id = new BatchId(Ids.next());
        LedgerNumberSeries.SeriesNumber number = series.takeNext(LedgerNumberSeries.SeriesKind.BATCH, settings.today());
        db.sql("INSERT INTO resources.ledger_batch (id, series, sequence, opened_at) VALUES (?, ?, ?, ?)")
                .params(id.value(), number.series(), number.sequence(), SqlTime.now(clock))
                .update();
        return id;
    }

    /**
     * Closes a batch for good. If there is only one bank, payments not deposited yet are assigned to it.
     *
     * @throws Refused if the batch is closed or empty, or the bank of a payment is unknown
     */
    public void close(BatchId id) {
        proposals.lockBatches();
        AccountantBatch batch = findById(id);
        if (batch.closedAt() != null) {
            throw new Refused("ledger.refused.closed");
        }
        if (batch.entries() == 0) {
            throw new Refused("ledger.refused.empty-batch");
        }
        List<AccountId> banks = accounts.findByPurpose(AccountPurpose.BANK).stream()
                .map(BookAccount::id)
                .toList();
        if (banks.size() > 1 && hasPaymentOfNoBank(id)) {
            throw new Refused("ledger.refused.which-bank");
        }
        db.sql("UPDATE resources.ledger_batch SET closed_at = ?, closed_by = ?, bank = ? WHERE id = ?")
                .params(
                        SqlTime.now(clock),
                        CurrentActor.get().id(),
                        banks.get(0).value(),
                        id.value())
                .update();
    }

    /** A payment reversed before its deposit went to no bank, and needs none. */
    private boolean hasPaymentOfNoBank(BatchId id) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM resources.ledger_entry e
                            JOIN resources.ledger_payment p ON p.id = e.payment
                            WHERE e.batch = ? AND p.bank IS NULL AND p.amount <> 0 AND p.reverses IS NULL
                              AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id))
                        """).param(id.value()).query(Boolean.class).single();
    }
}
