package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.currency.Conversion;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.currency.CurrencyConverter;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.RemittancePolicy;
import org.convergence.platform.currency.RemittancePolicy.Remittance;
import org.convergence.platform.currency.RemittancePolicy.RemittanceCost;
import org.convergence.platform.currency.RemittancePolicy.RemittanceUse;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Converts the expenses of budgets of which money was sent abroad by the rates that the bank gave (R-PROJ-3). A new
 * expense or remittance moves the cost of the others; closed expenses, and those of filed reports, keep theirs. Callers
 * hold the {@link BudgetLocks} of the budgets.
 */
@Component
record RemittanceCostService(JdbcClient db, CurrencyConverter converter) {

    /** A currency in which money of a budget was sent, unless published rates convert it. */
    private record RemittedCurrency(UUID budget, String currency, String ours, RemittanceMethod method) {}

    private record SpentShare(
            UUID id,
            UUID expense,
            LocalDate day,
            BigDecimal amount,
            BigDecimal converted,
            List<ConversionStep> rates,
            boolean frozen) {

        /** Whether it keeps a rate that a remittance gave. */
        boolean isPaidForGood() {
            return frozen && rates.stream().anyMatch(step -> step.rate().isObtained());
        }

        RemittanceUse use() {
            return isPaidForGood()
                    ? new RemittanceUse(
                            amount,
                            rates.get(0).rate().rate(),
                            rates.get(0).rate().validFrom())
                    : new RemittanceUse(amount, null, null);
        }
    }

    private List<RemittedCurrency> findRemitted(Collection<UUID> budgets) {
        return db.sql("""
                        SELECT b.id AS budget, r.currency, b.currency AS ours, b.remittance_method AS method
                        FROM resources.spending_budget b
                        JOIN (SELECT DISTINCT budget, currency FROM resources.spending_remittance) r ON r.budget = b.id
                        WHERE b.id = ANY (?) AND b.remittance_method <> 'PUBLISHED'
                        ORDER BY b.id, r.currency
                        """)
                .param(budgets.toArray(UUID[]::new))
                .query(RecordMapper.of(RemittedCurrency.class))
                .list();
    }

    /** Gives each open expense of these budgets the cost that the remittances make. */
    void apply(Collection<UUID> budgets) {
        findRemitted(budgets).forEach(this::apply);
    }

    private void apply(RemittedCurrency remitted) {
        List<Remittance> remittances = findRemittances(remitted.budget(), remitted.currency());
        Map<UUID, List<SpentShare>> open = new LinkedHashMap<>();
        List<RemittanceUse> used = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal costBefore = BigDecimal.ZERO;
        for (SpentShare share : findShares(remitted.budget(), remitted.currency())) {
            if (share.frozen()) {
                used.add(share.use());
                before = before.add(share.amount());
                costBefore = costBefore.add(share.converted());
            } else {
                open.computeIfAbsent(share.expense(), id -> new ArrayList<>()).add(share);
            }
        }
        List<BigDecimal> spent = open.values().stream()
                .map(shares -> shares.stream().map(SpentShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        List<RemittanceCost> costs = remitted.method() == RemittanceMethod.WEIGHTED
                ? RemittancePolicy.costsWeighted(remittances, before, costBefore, spent)
                : RemittancePolicy.costsFirstIn(RemittancePolicy.findLeft(remittances, used), spent);
        int next = 0;
        for (List<SpentShare> shares : open.values()) {
            RemittanceCost cost = costs.get(next++);
            write(
                    shares,
                    Money.of(CurrencyUnit.of(remitted.ours()), cost.cost(), RoundingMode.HALF_UP),
                    steps(remitted.currency(), remitted.ours(), cost.rate(), cost.day()));
        }
    }

    private List<Remittance> findRemittances(UUID budget, String currency) {
        return db.sql("""
                        SELECT sent_on AS day, sent, received FROM resources.spending_remittance
                        WHERE budget = ? AND currency = ? ORDER BY sent_on, id
                        """)
                .params(budget, currency)
                .query(RecordMapper.of(Remittance.class))
                .list();
    }

    private List<SpentShare> findShares(UUID budget, String currency) {
        return db.sql("""
                        SELECT s.id, s.expense, e.day, s.amount, s.converted, s.rates,
                               e.state = 'CLOSED' OR e.amount < 0 OR s.filed AS frozen
                        FROM resources.spending_split s JOIN resources.spending_line l ON l.id = s.line
                        JOIN resources.spending_expense e ON e.id = s.expense
                        WHERE l.budget = ? AND e.currency = ? AND e.state <> 'COMMITTED'
                        ORDER BY e.day, e.id, s.id
                        """)
                .params(budget, currency)
                .query(RecordMapper.of(SpentShare.class))
                .list();
    }

    /**
     * After a remittance was deleted, converts by the others; by published rates if there are none.
     *
     * @throws Refused if closed or filed expenses were paid from it
     */
    void release(UUID budget, String currency, Remittance gone) {
        List<Remittance> others = findRemittances(budget, currency);
        BigDecimal received = others.stream().map(Remittance::received).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<RemittanceUse> kept = findShares(budget, currency).stream()
                .filter(SpentShare::isPaidForGood)
                .map(SpentShare::use)
                .toList();
        BigDecimal spent = kept.stream().map(RemittanceUse::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (spent.compareTo(received) > 0 || RemittancePolicy.isSpent(gone, others, kept)) {
            throw new Refused("spending.remittance.refused.spent");
        }
        if (received.signum() == 0) {
            publish(budget, currency);
        } else {
            apply(List.of(budget));
        }
    }

    /** Converts open expenses by published rates again. */
    void publish(UUID budget, String currency) {
        String ours = db.sql("SELECT currency FROM resources.spending_budget WHERE id = ?")
                .param(budget)
                .query(String.class)
                .single();
        findShares(budget, currency).stream()
                .filter(share -> !share.frozen())
                .collect(Collectors.groupingBy(SpentShare::expense))
                .values()
                .forEach(shares -> {
                    Money spent = Money.of(
                            CurrencyUnit.of(currency),
                            shares.stream().map(SpentShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
                    Conversion published =
                            converter.convert(spent, ours, shares.get(0).day());
                    write(shares, published.converted(), published.steps());
                });
    }

    /** From now on, what a filed report counts keeps its cost. */
    void keepFiled(UUID budget, FinancialReport report) {
        db.sql("""
                        UPDATE resources.spending_split s SET filed = true
                        FROM resources.spending_line l, resources.spending_expense e
                        WHERE l.id = s.line AND l.budget = ? AND e.id = s.expense AND e.state <> 'COMMITTED'
                          AND e.id = ANY (?)
                        """)
                .param(budget)
                .param(report.vouchers().stream().map(ReportedVoucher::id).toArray(UUID[]::new))
                .update();
    }

    private void write(List<SpentShare> shares, Money cost, List<ConversionStep> steps) {
        List<Money> parts = SplitPolicy.distribute(
                cost, shares.stream().map(SpentShare::amount).toList());
        for (int i = 0; i < shares.size(); i++) {
            SpentShare share = shares.get(i);
            BigDecimal part = parts.get(i).getAmount();
            if (share.converted().compareTo(part) != 0 || !share.rates().equals(steps)) {
                db.sql("""
                                UPDATE resources.spending_split s SET converted = ?, rates = CAST(? AS jsonb)
                                FROM resources.spending_expense e
                                WHERE s.id = ? AND e.id = s.expense AND e.state <> 'CLOSED' AND NOT s.filed
                                """).params(part, Json.of(steps).toString(), share.id()).update();
            }
        }
    }

    /** The step of a rate that was obtained. */
    static List<ConversionStep> steps(String from, String to, BigDecimal rate, LocalDate day) {
        return List.of(new ConversionStep(ExchangeRate.obtained(from, to, rate.stripTrailingZeros(), day), false));
    }
}
