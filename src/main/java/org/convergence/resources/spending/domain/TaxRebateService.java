package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.SpendingPermissions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The periods in which sales taxes are rebated in part, and what may be claimed (R-TAX-6, R-TAX-7). */
@Service
@Transactional
@Requires(SpendingPermissions.REVIEW)
public class TaxRebateService {

    static final String TABLE = "resources.spending_tax_rebate";

    /** How many half-years are shown: claims go back four years. */
    private static final int HALVES = 8;

    private final JdbcClient db;
    private final ExpenseSplitRepository splits;
    private final BudgetLocks locks;
    private final OrganisationSettings settings;

    TaxRebateService(JdbcClient db, ExpenseSplitRepository splits, BudgetLocks locks, OrganisationSettings settings) {
        this.db = db;
        this.splits = splits;
        this.locks = locks;
        this.settings = settings;
    }

    /**
     * A period in which taxes are rebated.
     *
     * @param endsOn {@code null} until further notice
     * @param source why the organisation is entitled, in at most 300 characters
     */
    public record TaxRebateFacts(
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            BigDecimal gstPercent,
            BigDecimal qstPercent,
            String source) {

        public static final int LONGEST_SOURCE = 300;
    }

    /** A period as recorded. */
    public record TaxRebateRow(
            UUID id,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            BigDecimal gstPercent,
            BigDecimal qstPercent,
            String source) {}

    /** The periods, the latest first. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public List<TaxRebateRow> findAll() {
        return db.sql("""
                        SELECT id, starts_on, ends_on, gst_percent, qst_percent, source
                        FROM resources.spending_tax_rebate ORDER BY starts_on DESC
                        """).query(RecordMapper.of(TaxRebateRow.class)).list();
    }

    /** What comes back of the taxes of an expense; nothing if no period covers its day. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.RECORD)
    public SalesTaxes findRebate(ExpenseFacts facts) {
        return findRebate(findAll(), facts.day(), facts.taxes());
    }

    private static SalesTaxes findRebate(List<TaxRebateRow> periods, LocalDate day, SalesTaxes taxes) {
        return periods.stream()
                .filter(period ->
                        !day.isBefore(period.startsOn()) && (period.endsOn() == null || !day.isAfter(period.endsOn())))
                .findFirst()
                .map(period -> taxes.share(period.gstPercent(), period.qstPercent()))
                .orElse(SalesTaxes.NONE);
    }

    /** What a new or a withdrawn period changed: expenses not accepted yet get their new cost, the others keep theirs. */
    public record RebateEffect(int changed, int kept) {}

    /**
     * Records a period.
     *
     * @throws Refused if another one covers a part of it
     */
    @Transactional(label = "spending.tax-rebate")
    public RebateEffect create(TaxRebateFacts facts) {
        boolean overlaps = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.spending_tax_rebate r
                            WHERE daterange(r.starts_on, r.ends_on, '[]')
                               && daterange(CAST(:from AS date), CAST(:to AS date), '[]'))
                        """)
                .param("from", facts.startsOn())
                .param("to", facts.endsOn())
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw new Refused("spending.taxes.refused.overlap");
        }
        VersionedRow.insert(db, TABLE, VersionedRow.values(facts));
        return apply(facts.startsOn(), facts.endsOn());
    }

    /** Withdraws a period. */
    @Transactional(label = "spending.tax-rebate-remove")
    public RebateEffect delete(UUID id) {
        return db.sql("""
                        DELETE FROM resources.spending_tax_rebate WHERE id = ?
                        RETURNING id, starts_on, ends_on, gst_percent, qst_percent, source
                        """).param(id).query(RecordMapper.of(TaxRebateRow.class)).list().stream()
                .findFirst()
                .map(gone -> apply(gone.startsOn(), gone.endsOn()))
                .orElse(new RebateEffect(0, 0));
    }

    private record TaxedExpense(
            UUID id, LocalDate day, BigDecimal amount, BigDecimal gst, BigDecimal qst, boolean open) {}

    private RebateEffect apply(LocalDate from, @Nullable LocalDate to) {
        locks.lockAll();
        List<TaxedExpense> taxed = db.sql("""
                        SELECT id, day, amount, gst, qst, state IN ('COMMITTED', 'PROPOSED', 'RETURNED') AS open
                        FROM resources.spending_expense
                        WHERE amount > 0 AND gst + qst > 0 AND day >= :from AND (CAST(:to AS date) IS NULL OR day <= :to)
                        ORDER BY day, id FOR UPDATE
                        """)
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(TaxedExpense.class))
                .list();
        List<TaxedExpense> open = taxed.stream().filter(TaxedExpense::open).toList();
        List<TaxRebateRow> periods = findAll();
        for (TaxedExpense each : open) {
            SalesTaxes rebate = findRebate(periods, each.day(), new SalesTaxes(each.gst(), each.qst()));
            db.sql("""
                            UPDATE resources.spending_expense
                            SET gst_rebate = :gst, qst_rebate = :qst, version = version + 1 WHERE id = :id
                            """)
                    .params(Map.of("gst", rebate.gst(), "qst", rebate.qst(), "id", each.id()))
                    .update();
            splits.charge(
                    each.id(),
                    each.day(),
                    Money.of(CurrencyUnit.CAD, each.amount().subtract(rebate.sum())));
        }
        return new RebateEffect(open.size(), taxed.size() - open.size());
    }

    /**
     * The taxes paid in half a fiscal year, and what comes back of them: one claim.
     *
     * @param open how many of the expenses are not accepted yet
     */
    public record TaxClaim(
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal gst,
            BigDecimal qst,
            BigDecimal gstRebate,
            BigDecimal qstRebate,
            int expenses,
            int open) {}

    /** The half-years in which taxes were recorded, the latest first. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public List<TaxClaim> findClaims() {
        LocalDate latest = settings.current().fiscalYearOf(settings.today()).plusMonths(6);
        List<LocalDate> starts =
                Stream.iterate(latest, day -> day.minusMonths(6)).limit(HALVES).toList();
        return db.sql("""
                        SELECT h.starts_on, h.ends_on, sum(e.gst) AS gst, sum(e.qst) AS qst, sum(e.gst_rebate) AS gst_rebate,
                               sum(e.qst_rebate) AS qst_rebate, count(*) AS expenses,
                               count(*) FILTER (WHERE e.state IN ('PROPOSED', 'RETURNED')) AS open
                        FROM unnest(CAST(:starts AS date[]), CAST(:ends AS date[])) AS h (starts_on, ends_on)
                        JOIN resources.spending_expense e
                          ON e.day BETWEEN h.starts_on AND h.ends_on AND e.state <> 'COMMITTED' AND e.gst + e.qst <> 0
                        GROUP BY h.starts_on, h.ends_on ORDER BY h.starts_on DESC
                        """)
                .param("starts", starts.stream().map(LocalDate::toString).toArray(String[]::new))
                .param(
                        "ends",
                        starts.stream()
                                .map(day -> day.plusMonths(6).minusDays(1).toString())
                                .toArray(String[]::new))
                .query(RecordMapper.of(TaxClaim.class))
                .list();
    }
}
