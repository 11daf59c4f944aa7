package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as they are kept, to the cent, with zeros behind. */
public final class Amounts {

    private Amounts() {}

    /** @throws ArithmeticException where a part of a cent stands behind */
    public static Money of(CurrencyUnit currency, BigDecimal kept) {
        return Money.of(currency, kept, RoundingMode.UNNECESSARY);
    }
}
