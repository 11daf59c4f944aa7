package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as they are kept, to the cent, with zeros behind. */
public final class Amounts {

    private Amounts() {}

    /** @throws ArithmeticException where a part of a cent stands behind */
    public static Money of(CurrencyUnit currency, BigDecimal kept) {
        return Money.of(currency, kept, RoundingMode.UNNECESSARY);
    }

    /** Their sums, one for each currency. */
    static List<Money> sums(Collection<Money> amounts) {
        Map<CurrencyUnit, Money> sums = new TreeMap<>();
        amounts.forEach(it -> sums.merge(it.getCurrencyUnit(), it, Money::plus));
        return List.copyOf(sums.values());
    }
}
