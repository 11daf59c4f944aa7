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

    /** The source of a rate at which the bank sent money: it holds for what is spent of that money on any day. */
    private static final String OBTAINED = "spending_remittance";

    /** The rate that was obtained on a day. */
    public static ExchangeRate obtained(String from, String to, BigDecimal rate, LocalDate day) {
        return new ExchangeRate(from, to, rate, day, day, OBTAINED);
    }

    /** Whether the bank gave it for money sent. */
    public boolean isObtained() {
        return source.equals(OBTAINED);
    }

    /** The source as pages and papers name it. */
    public String source(Words t) {
        return isObtained() ? t.say("public.currency.obtained") : source;
    }

    /** Whether it was published for a day, or obtained; otherwise the day only borrows it. */
    public boolean isPublishedFor(LocalDate day) {
        return isObtained() || (!day.isBefore(validFrom) && !day.isAfter(validTo));
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
