package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money from stored amounts, to the cent; the database pads them with zeros. */
public final class MoneyAmounts {

    private MoneyAmounts() {}

    /** @throws ArithmeticException if the amount has a fraction of a cent */
    public static Money of(CurrencyUnit currency, BigDecimal kept) {
        return Money.of(currency, kept, RoundingMode.UNNECESSARY);
    }

    /** The sums, one for each currency. */
    static List<Money> sumByCurrency(Collection<Money> amounts) {
        Map<CurrencyUnit, Money> sums = new TreeMap<>();
        amounts.forEach(it -> sums.merge(it.getCurrencyUnit(), it, Money::plus));
        return List.copyOf(sums.values());
    }
}
