package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.CurrencyConverter;
import org.convergence.platform.currency.CurrencyConverter.DatedAmount;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.RatePolicy;
import org.convergence.platform.currency.RemittancePolicy.Remittance;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the money of a budget sent to partners abroad, and converts what is spent of it (R-PROJ-3). */
@Service
@Transactional
@Requires(SpendingPermissions.RECORD)
public class RemittanceService {

    static final String TABLE = "resources.spending_remittance";
    private static final String BUDGET_TABLE = "resources.spending_budget";

    private final JdbcClient db;
    private final FinancialReportQueries budgets;
    private final RemittanceCostService obtained;
    private final BudgetLocks locks;
    private final CurrencyConverter converter;
    private final OrganisationSettings settings;

    RemittanceService(
            JdbcClient db,
            FinancialReportQueries budgets,
            RemittanceCostService obtained,
            BudgetLocks locks,
            CurrencyConverter converter,
            OrganisationSettings settings) {
        this.db = db;
        this.budgets = budgets;
        this.obtained = obtained;
        this.locks = locks;
        this.converter = converter;
        this.settings = settings;
    }

    /**
     * Money sent to a partner.
     *
     * @param sent with the fees, in the currency of the budget
     * @param received in the partner's currency
     * @param reference of the bank, in at most 100 characters; may be empty
     */
    public record RemittanceFacts(
            OrganisationId organisation,
            LocalDate sentOn,
            BigDecimal sent,
            BigDecimal received,
            String currency,
            String reference) {

        public static final int LONGEST_REFERENCE = 100;

        /** Whether the currency has as many decimals as the amount: some have none. */
        public boolean isPayable() {
            return received.stripTrailingZeros().scale()
                    <= CurrencyUnit.of(currency).getDecimalPlaces();
        }
    }

    /** A remittance as recorded. */
    public record RemittanceRow(
            UUID id,
            int version,
            BudgetId budget,
            String partner,
            LocalDate sentOn,
            BigDecimal sent,
            BigDecimal received,
            String currency,
            String reference) {

        /** What one unit of the partner's currency cost in that of the budget. */
        public ExchangeRate rate(String ours) {
            return ExchangeRate.obtained(currency, ours, new Remittance(sentOn, sent, received).rate(), sentOn);
        }
    }

    /**
     * What became of the money sent in one currency.
     *
     * @param spent of it, in that currency
     * @param cost of that, in the currency of the budget
     */
    public record RemittedSum(
            String currency, BigDecimal sent, BigDecimal received, BigDecimal spent, BigDecimal cost) {}

    /**
     * How a budget converts.
     *
     * @param plannedRate what one unit of the planned currency was to cost when the budget was made; {@code null} if
     *     nobody said
     */
    public record RemittanceTerms(
            int version,
            RemittanceMethod remittanceMethod,
            @Nullable String plannedCurrency,
            @Nullable BigDecimal plannedRate) {}

    /** @throws NotFound if there is no such budget */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public ReportedBudget findBudget(BudgetId id) {
        return budgets.findBudget(id);
    }

    /** @throws NotFound if there is no such budget */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public RemittanceTerms findTerms(BudgetId id) {
        return db.sql("""
                        SELECT version, remittance_method, planned_currency, planned_rate
                        FROM resources.spending_budget WHERE id = ?
                        """)
                .param(id.value())
                .query(RecordMapper.of(RemittanceTerms.class))
                .optional()
                .orElseThrow(() -> new NotFound("budget"));
    }

    /** The remittances of a budget, the latest first, at most 500. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public List<RemittanceRow> findByBudget(BudgetId id) {
        return db.sql("""
                        SELECT r.id, r.version, r.budget, coalesce(o.name, '') AS partner, r.sent_on, r.sent, r.received, r.currency,
                               r.reference
                        FROM resources.spending_remittance r
                        LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                        WHERE r.budget = ? ORDER BY r.sent_on DESC, r.id DESC LIMIT 500
                        """)
                .param(id.value())
                .query(RecordMapper.of(RemittanceRow.class))
                .list();
    }

    /** What became of the money sent, by currency. */
    @Transactional(readOnly = true)
    @Requires(SpendingPermissions.READ)
    public List<RemittedSum> findSums(BudgetId id) {
        return db.sql("""
                        SELECT r.currency, r.sent, r.received, coalesce(s.spent, 0) AS spent, coalesce(s.cost, 0) AS cost
                        FROM (SELECT currency, sum(sent) AS sent, sum(received) AS received
                              FROM resources.spending_remittance WHERE budget = :budget GROUP BY currency) r
                        LEFT JOIN (SELECT e.currency, sum(s.amount) AS spent, sum(s.converted) AS cost
                                   FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
                                   JOIN resources.spending_expense e ON e.id = s.expense
                                   WHERE l.budget = :budget AND e.state <> 'COMMITTED' GROUP BY e.currency) s
                               ON s.currency = r.currency
                        ORDER BY r.currency
                        """)
                .param("budget", id.value())
                .query(RecordMapper.of(RemittedSum.class))
                .list();
    }

    /**
     * What a remittance should have cost at the published rate of its day, if it cost five times as much or a fifth: its
     * amounts are perhaps exchanged. Empty otherwise, if no rate is known, and if the currency has no such amount.
     */
    @Transactional(readOnly = true)
    public Optional<Money> findUnlikely(BudgetId id, RemittanceFacts facts) {
        if (!facts.isPayable()) {
            return Optional.empty();
        }
        Money received = Money.of(CurrencyUnit.of(facts.currency()), facts.received());
        String ours = budgets.findBudget(id).currency();
        return converter
                .convertAll(List.of(new DatedAmount(received, facts.sentOn())), ours)
                .get(0)
                .filter(usual -> !facts.currency().equals(ours)
                        && usual.isPositive()
                        && RatePolicy.isSuspect(facts.sent(), usual.getAmount()));
    }

    /**
     * Records money sent; expenses of the budget in its currency take its rate.
     *
     * @throws Refused if it was sent in the future or in the currency of the budget, or its currency has no such amount
     */
    @Transactional(label = "spending.remittance")
    public void record(BudgetId id, RemittanceFacts facts) {
        locks.lock(id.value());
        String ours = budgets.findBudget(id).currency();
        if (facts.sentOn().isAfter(settings.today())) {
            throw new Refused("spending.remittance.refused.future");
        }
        if (facts.currency().equals(ours)) {
            throw new Refused("spending.remittance.refused.currency", ours);
        }
        if (!facts.isPayable()) {
            throw new Refused("spending.refused.cents");
        }
        var values = VersionedRow.values(facts);
        values.put("budget", id);
        VersionedRow.insert(db, TABLE, values);
        obtained.apply(List.of(id.value()));
    }

    /**
     * Deletes a remittance recorded by mistake; open expenses take the rates of the others, or published ones again.
     *
     * @throws Refused if closed or filed expenses were paid from it
     */
    @Transactional(label = "spending.remittance-remove")
    public void delete(UUID id) {
        db.sql("SELECT budget FROM resources.spending_remittance WHERE id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .ifPresent(locks::lock);
        GoneRemittance gone = db.sql(
                        "DELETE FROM resources.spending_remittance WHERE id = ? RETURNING budget, currency, sent_on, sent, received")
                .param(id)
                .query(RecordMapper.of(GoneRemittance.class))
                .optional()
                .orElseThrow(() -> new NotFound("remittance"));
        obtained.release(gone.budget(), gone.currency(), new Remittance(gone.sentOn(), gone.sent(), gone.received()));
    }

    private record GoneRemittance(
            UUID budget, String currency, LocalDate sentOn, BigDecimal sent, BigDecimal received) {}

    /**
     * Says how a budget converts.
     *
     * @param terms with the version on which the form was opened
     */
    @Transactional(label = "spending.remittance-terms")
    public void setTerms(BudgetId id, RemittanceTerms terms) {
        locks.lock(id.value());
        int written = db.sql("""
                        UPDATE resources.spending_budget
                        SET remittance_method = :method, planned_currency = :currency, planned_rate = :rate, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                .param("method", terms.remittanceMethod().name())
                .param("currency", terms.plannedCurrency())
                .param("rate", terms.plannedRate())
                .param("id", id.value())
                .param("version", terms.version())
                .update();
        if (written == 0) {
            throw new EditConflict(BUDGET_TABLE, id.value(), terms.version());
        }
        if (terms.remittanceMethod() == RemittanceMethod.PUBLISHED) {
            findSums(id).forEach(sum -> obtained.publish(id.value(), sum.currency()));
        } else {
            obtained.apply(List.of(id.value()));
        }
    }
}
