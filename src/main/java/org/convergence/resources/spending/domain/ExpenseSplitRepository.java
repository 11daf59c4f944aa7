package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.platform.currency.Conversion;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.convergence.platform.currency.CurrencyConverter;
import org.convergence.platform.currency.RatePolicy;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Splits expenses over lines in the currency of each budget, and stores the splits. */
@Component
record ExpenseSplitRepository(JdbcClient db, CurrencyConverter converter, RemittanceCostService obtained) {

    /** A split in both currencies.
     *
     * @param amount in the currency in which it was paid, less the rebate of taxes
     */
    record ConvertedSplit(BudgetLineId line, Money amount, Money converted, Json rates) {}

    /**
     * Splits the net cost, and converts the splits of each currency together, so that rounding happens once.
     *
     * @param net what the expense costs once the rebate of taxes is deducted
     */
    List<ConvertedSplit> convert(ExpenseFacts facts, Money net) {
        return convert(facts, net, null);
    }

    /**
     * The same for an expense rewritten.
     *
     * @param present the expense whose shares stay to the cent if it is divided as before; {@code null} for none
     */
    List<ConvertedSplit> convert(ExpenseFacts facts, Money net, @Nullable UUID present) {
        List<Money> amounts = SplitPolicy.distribute(net, weights(facts, present));
        Map<ChargedCurrency, List<Integer>> byCurrency = new LinkedHashMap<>();
        Map<UUID, ChargedCurrency> currencies = currencies(facts);
        for (int i = 0; i < amounts.size(); i++) {
            UUID line = facts.splits().get(i).line().value();
            ChargedCurrency currency = currencies.get(line);
            if (currency == null) {
                throw new Refused("spending.refused.line");
            }
            byCurrency.computeIfAbsent(currency, code -> new ArrayList<>()).add(i);
        }
        Map<Integer, ConvertedSplit> converted = new HashMap<>();
        byCurrency.forEach((currency, indexes) -> {
            List<Money> parts = indexes.stream().map(amounts::get).toList();
            Conversion conversion = convert(Money.total(parts), currency, facts.day());
            List<Money> shares = conversion.steps().isEmpty()
                    ? parts
                    : SplitPolicy.distribute(
                            conversion.converted(),
                            parts.stream().map(Money::getAmount).toList());
            for (int i = 0; i < indexes.size(); i++) {
                converted.put(
                        indexes.get(i),
                        new ConvertedSplit(
                                facts.splits().get(indexes.get(i)).line(),
                                parts.get(i),
                                shares.get(i),
                                Json.of(conversion.steps())));
            }
        });
        return IntStream.range(0, amounts.size())
                .mapToObj(index -> Objects.requireNonNull(converted.get(index)))
                .toList();
    }

    private List<BigDecimal> weights(ExpenseFacts facts, @Nullable UUID present) {
        List<Money> asked = SplitPolicy.split(facts.amount(), facts.splits());
        Map<BudgetLineId, BigDecimal> shares = present == null ? Map.of() : findShares(present);
        List<BigDecimal> kept = facts.splits().stream()
                .map(split -> shares.getOrDefault(split.line(), BigDecimal.ZERO))
                .toList();
        boolean isSame = kept.size() == shares.size()
                && kept.stream().anyMatch(share -> share.signum() > 0)
                && SplitPolicy.distribute(facts.amount(), kept).equals(asked);
        return isSame ? kept : asked.stream().map(Money::getAmount).toList();
    }

    private Map<BudgetLineId, BigDecimal> findShares(UUID expense) {
        Map<BudgetLineId, BigDecimal> shares = new LinkedHashMap<>();
        db.sql("SELECT line, amount FROM resources.spending_split WHERE expense = ? ORDER BY id")
                .param(expense)
                .query(RecordMapper.of(SplitShare.class))
                .list()
                .forEach(share -> shares.put(share.line(), share.amount()));
        return shares;
    }

    /** By the average of the money sent, if there is some, until {@link RemittanceCostService} tells the remittance; else published. */
    private Conversion convert(Money amount, ChargedCurrency charged, LocalDate day) {
        if (charged.obtained() == null || charged.sentOn() == null) {
            return converter.convert(amount, charged.currency(), day);
        }
        List<ConversionStep> steps = RemittanceCostService.steps(
                amount.getCurrencyUnit().getCode(), charged.currency(), charged.obtained(), charged.sentOn());
        return new Conversion(amount, RatePolicy.convert(amount, charged.currency(), steps), day, steps);
    }

    /**
     * The currency of a budget.
     *
     * @param obtained the average rate of the money sent in the currency of the expense; {@code null} if there is none
     * @param sentOn the day of the last of it
     */
    private record ChargedCurrency(
            String currency,
            @Nullable BigDecimal obtained,
            @Nullable LocalDate sentOn) {}

    private record LineBudget(
            UUID id,
            String title,
            LocalDate startsOn,
            LocalDate endsOn,
            String currency,
            @Nullable BigDecimal obtained,
            @Nullable LocalDate sentOn) {}

    /** The currency of each line; a cost counts only if it was incurred within the agreement (R-FUND-7). */
    private Map<UUID, ChargedCurrency> currencies(ExpenseFacts facts) {
        Map<UUID, ChargedCurrency> found = new HashMap<>();
        db.sql("""
                        SELECT l.id, b.title, b.starts_on, b.ends_on, b.currency, r.obtained, r.sent_on
                        FROM resources.spending_line l JOIN resources.spending_budget b ON b.id = l.budget
                        LEFT JOIN LATERAL (SELECT round(sum(m.sent) / sum(m.received), 8) AS obtained, max(m.sent_on) AS sent_on
                                           FROM resources.spending_remittance m
                                           WHERE m.budget = b.id AND m.currency = ? AND b.remittance_method <> 'PUBLISHED') r ON true
                        WHERE l.id = ANY (?)
                        """)
                .param(facts.amount().getCurrencyUnit().getCode())
                .param(facts.splits().stream()
                        .map(split -> split.line().value())
                        .toArray(UUID[]::new))
                .query(RecordMapper.of(LineBudget.class))
                .list()
                .forEach(line -> {
                    if (facts.day().isBefore(line.startsOn()) || facts.day().isAfter(line.endsOn())) {
                        throw new Refused(
                                "spending.refused.outside", line.title(), line.startsOn(), line.endsOn(), facts.day());
                    }
                    found.put(line.id(), new ChargedCurrency(line.currency(), line.obtained(), line.sentOn()));
                });
        if (facts.splits().stream().map(ExpenseSplit::line).distinct().count()
                < facts.splits().size()) {
            throw new Refused("spending.refused.line-twice");
        }
        return found;
    }

    private record SplitShare(BudgetLineId line, BigDecimal amount) {}

    /** Divides a new net cost of an expense as its present one is divided. */
    void charge(UUID expense, LocalDate day, Money net) {
        Map<BudgetLineId, BigDecimal> shares = findShares(expense);
        Iterator<Money> parts =
                SplitPolicy.distribute(net, List.copyOf(shares.values())).iterator();
        List<ExpenseSplit> divided = shares.keySet().stream()
                .map(line -> new ExpenseSplit(line, null, parts.next().getAmount()))
                .toList();
        List<ConvertedSplit> converted = convert(new ExpenseFacts(day, net, "", "", "", false, divided), net);
        if (!isFiledAs(expense, converted)) {
            replace(expense, converted);
        }
    }

    /** Whether a filed report has these amounts of an expense: then they keep the cost that was filed. */
    boolean isFiledAs(UUID expense, List<ConvertedSplit> splits) {
        Map<UUID, Money> filed = new HashMap<>();
        db.sql("""
                        SELECT s.line, s.amount, e.currency FROM resources.spending_split s
                        JOIN resources.spending_expense e ON e.id = s.expense WHERE s.expense = ? AND s.filed
                        """)
                .param(expense)
                .query((row, n) -> filed.put(
                        row.getObject("line", UUID.class),
                        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount"))))
                .list();
        return filed.size() == splits.size()
                && splits.stream()
                        .allMatch(split ->
                                split.amount().equals(filed.get(split.line().value())));
    }

    /** Adds the splits of an expense below zero, at the rates of the one that it takes back. */
    void insertReversed(UUID expense, UUID reversed) {
        db.sql("""
                        INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates)
                        SELECT gen_random_uuid(), :expense, line, -amount, -converted, rates
                        FROM resources.spending_split WHERE expense = :reversed
                        """).param("expense", expense).param("reversed", reversed).update();
        obtained.apply(findBudgets(expense));
    }

    /** Puts splits in place of those that an expense has. */
    void replace(UUID expense, List<ConvertedSplit> splits) {
        Set<UUID> budgets = new HashSet<>(findBudgets(expense));
        db.sql("DELETE FROM resources.spending_split WHERE expense = ?")
                .param(expense)
                .update();
        splits.forEach(split -> insert(expense, split));
        budgets.addAll(findBudgets(expense));
        obtained.apply(budgets);
    }

    /** The budgets that bear an expense. */
    List<UUID> findBudgets(UUID expense) {
        return db.sql("""
                        SELECT DISTINCT l.budget FROM resources.spending_split s
                        JOIN resources.spending_line l ON l.id = s.line WHERE s.expense = ?
                        """).param(expense).query(UUID.class).list();
    }

    private void insert(UUID expense, ConvertedSplit split) {
        db.sql("""
                        INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates)
                        VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb))
                        """)
                .params(
                        Ids.next(),
                        expense,
                        split.line().value(),
                        split.amount().getAmount(),
                        split.converted().getAmount(),
                        split.rates().toString())
                .update();
    }
}
