package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbered deposit slips of cheques and cash. A payment is on at most one slip. */
@Service
@Transactional
@Requires(LedgerPermissions.RECORD)
public class DepositService {

    private static final String WAITS = """
            p.method IN ('CHEQUE', 'CASH') AND p.amount > 0 AND p.bank IS NULL
            AND NOT EXISTS (SELECT FROM resources.ledger_deposit_payment x WHERE x.payment = p.id)
            AND NOT EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.payment = p.id)
            AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id)
            """;

    private static final String ITEMS = """
            SELECT p.id, p.method, p.received_on, p.reference, p.currency, p.amount,
                   coalesce(o.name, h.display_name, p.payer, '') AS payer
            FROM resources.ledger_payment p
            LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
            LEFT JOIN directory.people_person_name h ON h.id = p.person
            """;

    private static final String SLIPS = """
            SELECT d.*, %s AS number, a.code || ' – ' || a.name AS account, l.day AS seen_on,
                   (SELECT count(*) FROM resources.ledger_deposit_payment x WHERE x.deposit = d.id) AS items,
                   (SELECT coalesce(sum(p.amount), 0) FROM resources.ledger_deposit_payment x
                    JOIN resources.ledger_payment p ON p.id = x.payment WHERE x.deposit = d.id) AS sum,
                   EXISTS (SELECT FROM resources.ledger_deposit_payment x
                           WHERE x.deposit = d.id AND resources.ledger_is_closed(x.payment)) AS closed
            FROM resources.ledger_deposit d JOIN resources.ledger_account a ON a.id = d.bank
            LEFT JOIN resources.ledger_bank_line l ON l.deposit = d.id
            """.formatted(LedgerNumberSeries.column("d"));

    private final JdbcClient db;
    private final LedgerNumberSeries series;
    private final LedgerEntryRepository proposals;
    private final OrganisationSettings settings;

    DepositService(
            JdbcClient db, LedgerNumberSeries series, LedgerEntryRepository proposals, OrganisationSettings settings) {
        this.db = db;
        this.series = series;
        this.proposals = proposals;
        this.settings = settings;
    }

    /** A cheque, or cash. */
    public record DepositItem(
            PaymentId id,
            PaymentMethod method,
            LocalDate receivedOn,
            @Nullable String reference,
            String payer,
            Money amount) {}

    /**
     * A deposit slip.
     *
     * @param seenOn the day on which it appears on a bank statement; {@code null} until a line is tied to it
     * @param undone whether it was made by mistake; its number stays taken
     * @param closed whether one of its payments is in a closed batch
     */
    public record DepositSlip(
            DepositId id,
            String number,
            AccountId bank,
            String account,
            LocalDate madeOn,
            int items,
            Money sum,
            @Nullable LocalDate seenOn,
            boolean undone,
            boolean closed) {

        /** Whether the slip can still be undone: no bank line and no closed batch has it. */
        public boolean isUndoable() {
            return !undone && seenOn == null && !closed;
        }
    }

    /** The payments to deposit, by day. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<DepositItem> findWaiting(int limit) {
        return db.sql(ITEMS + " WHERE " + WAITS + " ORDER BY p.received_on, p.id LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(DepositItem.class))
                .list();
    }

    /** The latest slips first. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<DepositSlip> findLatest(int limit) {
        return db.sql(SLIPS + " ORDER BY d.made_on DESC, d.id DESC LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(DepositSlip.class))
                .list();
    }

    /** @throws NotFound if the slip does not exist */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public DepositSlip findById(DepositId id) {
        return db.sql(SLIPS + " WHERE d.id = ?")
                .param(id.value())
                .query(RecordMapper.of(DepositSlip.class))
                .optional()
                .orElseThrow(() -> new NotFound("deposit"));
    }

    /** The payments on a slip. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<DepositItem> findItems(DepositId id) {
        return db.sql(ITEMS + """
                         JOIN resources.ledger_deposit_payment x ON x.payment = p.id
                        WHERE x.deposit = ? ORDER BY p.method, payer, p.id
                        """)
                .param(id.value())
                .query(RecordMapper.of(DepositItem.class))
                .list();
    }

    /**
     * Makes a slip, under the next number of its year.
     *
     * @throws Refused if the day is in the future, a payment is on another slip, or the currencies differ
     */
    public DepositId create(AccountId bank, LocalDate day, Collection<PaymentId> payments) {
        UUID[] ids = payments.stream().map(PaymentId::value).distinct().sorted().toArray(UUID[]::new);
        if (ids.length == 0) {
            throw new Refused("ledger.refused.no-deposit");
        }
        LedgerDatePolicy.require(LedgerDatePolicy.checkDeposit(day, settings.today()));
        db.sql("SELECT id FROM resources.ledger_payment WHERE id = ANY (?) ORDER BY id FOR UPDATE")
                .param(ids)
                .query(UUID.class)
                .list();
        List<String> currencies = db.sql(
                        "SELECT p.currency FROM resources.ledger_payment p WHERE p.id = ANY (?) AND " + WAITS)
                .param(ids)
                .query(String.class)
                .list();
        if (currencies.size() < ids.length) {
            throw new Refused("ledger.refused.deposited");
        }
        if (currencies.stream().distinct().count() > 1) {
            throw new Refused("ledger.refused.deposit-currencies");
        }
        DepositId id = new DepositId(Ids.next());
        LedgerNumberSeries.SeriesNumber number = series.takeNext(LedgerNumberSeries.SeriesKind.DEPOSIT, day);
        db.sql("""
                        INSERT INTO resources.ledger_deposit (id, series, sequence, bank, made_on, currency)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), number.series(), number.sequence(), bank.value(), day, currencies.get(0))
                .update();
        db.sql("INSERT INTO resources.ledger_deposit_payment (payment, deposit) SELECT unnest(?::uuid[]), ?")
                .params(ids, id.value())
                .update();
        db.sql("""
                        UPDATE resources.ledger_payment SET bank = ?, version = version + 1
                        WHERE id = ANY (?) AND NOT resources.ledger_is_closed(id)
                        """).params(bank.value(), ids).update();
        return id;
    }

    /**
     * Undoes a slip: its payments wait again; its number stays taken.
     *
     * @throws Refused if the bank or a closed batch has it
     */
    public void undo(DepositId id) {
        proposals.lockBatches();
        db.sql("SELECT id FROM resources.ledger_deposit WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(UUID.class)
                .optional();
        DepositSlip slip = findById(id);
        if (slip.seenOn() != null) {
            throw new Refused("ledger.refused.deposit-seen");
        }
        if (slip.closed()) {
            throw new Refused("ledger.refused.deposit-closed");
        }
        db.sql("""
                        UPDATE resources.ledger_payment p SET bank = NULL, version = version + 1
                        FROM resources.ledger_deposit_payment x
                        WHERE x.payment = p.id AND x.deposit = ?
                        """).param(id.value()).update();
        db.sql("DELETE FROM resources.ledger_deposit_payment WHERE deposit = ?")
                .param(id.value())
                .update();
        db.sql("UPDATE resources.ledger_deposit SET undone = true, version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }
}
