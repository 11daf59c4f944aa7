package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ListExportLog;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.list.ListCount;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads expenses, the lines to which they are charged, and the accountant's queue. */
@Service
@Transactional(readOnly = true)
@Requires(SpendingPermissions.READ)
public class ExpenseQueries {

    static final String COLUMNS = """
            e.id, e.version, e.day, e.amount, e.currency, e.gst, e.qst, e.gst_rebate, e.qst_rebate, e.supplier, e.number, e.note, e.state, e.question, e.answer,
            e.document, e.on_site, e.recorded_at, e.recorded_by, e.corrects,
            (SELECT r.id FROM resources.spending_expense r WHERE r.corrects = e.id AND r.amount < 0) AS taken_back_by,
            (SELECT b.number FROM resources.spending_batch b WHERE b.id = e.batch) AS batch,
            (SELECT coalesce(string_agg(b.title || ' – ' || l.code, ', ' ORDER BY b.title, l.code), '')
             FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
             JOIN resources.spending_budget b ON b.id = l.budget WHERE s.expense = e.id) AS lines
            """;

    private final JdbcClient db;
    private final ListExportLog exportLog;
    private final ListQuery<ExpenseFilter, ExpenseRow> list;

    ExpenseQueries(JdbcClient db, ListExportLog exportLog) {
        this.db = db;
        this.exportLog = exportLog;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                "resources.spending_expense e",
                ExpenseQueries::conditions,
                List.of(ListOrder.<ExpenseRow>descending("latest")
                        .day("e.day", ExpenseRow::day)
                        .id("e.id", ExpenseRow::id)),
                RecordMapper.of(ExpenseRow.class));
    }

    private static SqlConditions conditions(ExpenseFilter filter) {
        return new SqlConditions()
                .andWords("e.words", filter.words())
                .and("e.day >= :from", "from", filter.from())
                .and("e.day <= :to", "to", filter.to())
                .and("e.state = :state", "state", filter.state())
                .and("e.batch = :batch", "batch", filter.batch())
                .andSelective("""
                        e.id IN (SELECT s.expense FROM resources.spending_split s
                                 JOIN resources.spending_line l ON l.id = s.line WHERE l.budget = :budget)
                        """, "budget", filter.budget())
                .andSelective(
                        (filter.state() == ExpenseState.COMMITTED ? "" : "e.state <> 'COMMITTED' AND ")
                                + "e.id IN (SELECT s.expense FROM resources.spending_split s WHERE s.line = :line)",
                        "line",
                        filter.line());
    }

    /**
     * A filter of expenses; {@code null} or empty values do not narrow.
     *
     * @param line on which they were spent: without commitments, as in its report, unless these are asked for
     */
    public record ExpenseFilter(
            String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ExpenseState state,
            @Nullable UUID budget,
            @Nullable UUID line,
            @Nullable UUID batch) {

        /** All expenses. */
        public static final ExpenseFilter ALL = new ExpenseFilter("", null, null, null, null, null, null);
    }

    /**
     * An expense in a list.
     *
     * @param corrects the closed expense in whose place it stands, or which it takes back if it is below zero
     * @param takenBackBy the expense below zero that takes it back
     * @param batch the number of the batch in which it was closed
     * @param lines its budgets with the codes of their lines
     */
    public record ExpenseRow(
            ExpenseId id,
            int version,
            LocalDate day,
            BigDecimal amount,
            String currency,
            BigDecimal gst,
            BigDecimal qst,
            BigDecimal gstRebate,
            BigDecimal qstRebate,
            String supplier,
            String number,
            String note,
            ExpenseState state,
            @Nullable String question,
            @Nullable String answer,
            @Nullable DocumentId document,
            boolean onSite,
            Instant recordedAt,
            UUID recordedBy,
            @Nullable ExpenseId corrects,
            @Nullable ExpenseId takenBackBy,
            @Nullable Integer batch,
            String lines) {

        /** Its amount in the currency in which it was paid. */
        public Money money() {
            return Money.of(CurrencyUnit.of(currency), amount);
        }

        /** The taxes within its amount. */
        public SalesTaxes taxes() {
            return new SalesTaxes(gst, qst);
        }

        /** What comes back of them. */
        public SalesTaxes rebate() {
            return new SalesTaxes(gstRebate, qstRebate);
        }

        /** What it costs once the rebate is deducted: the sum of its splits. */
        public Money net() {
            return money().minus(rebate().sum());
        }
    }

    /**
     * The part of an expense that is charged to a line.
     *
     * @param amount in the currency in which it was paid, less the rebate of taxes
     * @param currency of the budget
     * @param converted in the currency of the budget
     * @param subject the record to which the budget belongs
     */
    public record SplitRow(
            BudgetLineId line,
            String code,
            String label,
            String title,
            String subject,
            BigDecimal amount,
            String currency,
            Money converted,
            List<ConversionStep> rates) {}

    /**
     * A line that can be charged.
     *
     * @param title of its budget
     * @param left below zero if it is overspent
     */
    public record OpenLine(
            BudgetLineId id,
            UUID budget,
            String subject,
            String title,
            String code,
            String label,
            String currency,
            Money left) {}

    /** @throws NotFound if there is no such expense */
    public ExpenseRow findById(ExpenseId id) {
        return list.findByIds(ExpenseFilter.ALL, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("expense"));
    }

    /** The expenses of these ids that exist, in any order. */
    List<ExpenseRow> findByIds(List<ExpenseId> ids) {
        return list.findByIds(ExpenseFilter.ALL, ids);
    }

    public ListPage<ExpenseRow> findPage(ListRequest<ExpenseFilter> request) {
        return list.findPage(request);
    }

    /** Every expense that matches a filter, for a file; logs the export (R-L25-15). */
    @Transactional
    public Iterator<ExpenseRow> takeOut(ExpenseFilter filter, String format) {
        ListCount count = list.count(filter);
        exportLog.record(format, count.atLeast(), !filter.equals(ExpenseFilter.ALL));
        return list.iterateAll(filter, "");
    }

    /** The lines to which an expense is charged. */
    public List<SplitRow> findSplits(ExpenseId id) {
        return db.sql("""
                        SELECT s.line, l.code, l.label, b.title, b.subject, s.amount, b.currency, s.converted, s.rates
                        FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
                        JOIN resources.spending_budget b ON b.id = l.budget
                        WHERE s.expense = ? ORDER BY b.title, l.position, s.id
                        """)
                .param(id.value())
                .query(RecordMapper.of(SplitRow.class))
                .list();
    }

    /** A realisation that an expense may have served. */
    public record ServedRealisation(UUID id, String title, LocalDate day) {}

    /** The realisation that an expense served; empty if nobody said. */
    public Optional<ServedRealisation> findRealisation(ExpenseId id) {
        return db.sql("""
                        SELECT r.id, r.title, r.starts_on AS day FROM plan.realisation_summary r
                        JOIN resources.spending_expense e ON e.realisation = r.id WHERE e.id = ?
                        """)
                .param(id.value())
                .query(RecordMapper.of(ServedRealisation.class))
                .optional();
    }

    /** The realisations within three weeks of a day. */
    public List<ServedRealisation> findRealisations(LocalDate day) {
        return db.sql("""
                        SELECT r.id, r.title, r.starts_on AS day FROM plan.realisation_summary r
                        WHERE r.state = 'DONE' AND r.starts_on BETWEEN ? AND ? ORDER BY r.starts_on, r.id LIMIT 100
                        """)
                .params(day.minusDays(21), day.plusDays(21))
                .query(RecordMapper.of(ServedRealisation.class))
                .list();
    }

    /** The lines of budgets that run on a day, and of those that ended in the year before, which are still closed. */
    public List<OpenLine> findOpenLines(LocalDate day) {
        return db.sql("""
                        SELECT l.id, b.id AS budget, b.subject, b.title, l.code, l.label, b.currency,
                               l.amended - coalesce((SELECT sum(s.converted) FROM resources.spending_split s
                                                     WHERE s.line = l.id), 0) AS left
                        FROM resources.spending_budget b JOIN resources.spending_line l ON l.budget = b.id
                        WHERE b.starts_on <= :day AND b.ends_on >= :ended
                        ORDER BY b.title, b.id, l.position
                        """)
                .param("day", day)
                .param("ended", day.minusYears(1))
                .query(RecordMapper.of(OpenLine.class))
                .list();
    }

    /** The approved hours from which the amount of an expense follows; empty if it was made otherwise. */
    public Optional<BigDecimal> findHours(ExpenseId id) {
        return db.sql("SELECT hours FROM resources.spending_expense WHERE id = ? AND hours IS NOT NULL")
                .param(id.value())
                .query(BigDecimal.class)
                .optional();
    }

    /** The line of an id, or of a code that only one line has. */
    public Optional<BudgetLineId> findLine(String idOrCode) {
        List<UUID> found = db.sql(
                        "SELECT id FROM resources.spending_line WHERE id::text = :text OR code = :text LIMIT 2")
                .param("text", idOrCode)
                .query(UUID.class)
                .list();
        return found.size() == 1 ? Optional.of(new BudgetLineId(found.get(0))) : Optional.empty();
    }
}
