package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import org.convergence.platform.database.Refused;

/** A rate is far from the last one, and perhaps upside down: it is asked about. */
public final class SuspectRate extends Refused {

    SuspectRate(ExchangeRate rate, BigDecimal last) {
        super(
                "currency.refused.suspect",
                rate.fromCurrency(),
                rate.toCurrency(),
                plain(rate.rate()),
                plain(last),
                plain(BigDecimal.ONE.divide(rate.rate(), new MathContext(6))));
    }

    private static String plain(BigDecimal number) {
        return number.round(new MathContext(8)).stripTrailingZeros().toPlainString();
    }
}
