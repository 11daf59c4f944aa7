package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.joda.money.Money;

/** How an expense is divided: the parts always sum to it, to the cent. */
public final class SplitPolicy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SplitPolicy() {}

    /**
     * The amount of each split.
     *
     * @throws Refused if a part is negative or above 100 %, percents do not sum to 100, amounts do not sum to the expense, or both kinds are mixed
     */
    public static List<Money> split(Money amount, List<ExpenseSplit> splits) {
        if (splits.isEmpty()) {
            throw new Refused("spending.refused.no-split");
        }
        boolean byPercent = splits.stream().allMatch(split -> split.percent() != null && split.amount() == null);
        boolean byAmount = splits.stream().allMatch(split -> split.percent() == null && split.amount() != null);
        if (!byPercent && !byAmount) {
            throw new Refused("spending.refused.mixed-splits");
        }
        List<BigDecimal> weights = splits.stream()
                .map(split -> split.percent() != null ? split.percent() : amountOf(split))
                .toList();
        if (weights.stream().anyMatch(weight -> weight.signum() < 0 || (byPercent && weight.compareTo(HUNDRED) > 0))) {
            throw new Refused(byPercent ? "spending.refused.percent" : "spending.refused.negative");
        }
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(byPercent ? HUNDRED : amount.getAmount()) != 0) {
            throw new Refused(byPercent ? "spending.refused.percents" : "spending.refused.amounts", amount, plain(sum));
        }
        return distribute(amount, weights);
    }

    private static BigDecimal amountOf(ExpenseSplit split) {
        BigDecimal amount = split.amount();
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Divides an amount in proportion to weights. Parts are rounded down to the cent; the cents that remain go to the
     * largest weight, the last one among equals.
     *
     * @param weights zero or more, not all zero
     */
    public static List<Money> distribute(Money amount, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> parts = new ArrayList<>();
        Money rest = amount;
        int largest = 0;
        for (int i = 0; i < weights.size(); i++) {
            Money part = Money.of(
                    amount.getCurrencyUnit(),
                    amount.getAmount()
                            .multiply(weights.get(i))
                            .divide(sum, amount.getCurrencyUnit().getDecimalPlaces(), RoundingMode.DOWN));
            parts.add(part);
            rest = rest.minus(part);
            largest = weights.get(i).compareTo(weights.get(largest)) >= 0 ? i : largest;
        }
        parts.set(largest, parts.get(largest).plus(rest));
        return parts;
    }
}
