package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.platform.text.Words;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * A rate: one unit of the first currency is worth {@code rate} units of the second.
 *
 * @param validFrom the first day for which it was published
 * @param validTo the last one
 * @param source 1 to 200 characters
 */
public record ExchangeRate(
        String fromCurrency,
        String toCurrency,
        BigDecimal rate,
        LocalDate validFrom,
        LocalDate validTo,
        String source) {

    /** The longest source, in characters. */
    public static final int LONGEST_SOURCE = 200;

    /** Whether it was published for a day; otherwise the day only borrows it. */
    public boolean isPublishedFor(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }

    /** « 1 MXN = 0,0737 $ », which shows the direction. */
    public String format(Words t) {
        return "1\u00a0" + fromCurrency + " = " + t.unitPrice(rate.stripTrailingZeros(), toCurrency);
    }

    /** Whether a text is the code of a currency. */
    public static boolean isCurrency(String code) {
        try {
            return code.matches("[A-Z]{3}") && CurrencyUnit.of(code).getDecimalPlaces() >= 0;
        } catch (IllegalCurrencyException unknown) {
            return false;
        }
    }
}
