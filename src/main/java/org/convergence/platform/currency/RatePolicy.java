package org.convergence.platform.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.convergence.platform.currency.Conversion.ConversionStep;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which rates convert an amount on a day, and how (R-PROJ-1, R-PROJ-2). */
public final class RatePolicy {

    /** A rate this much above or below the last one is asked about: it may be upside down. */
    private static final BigDecimal SUSPECT = BigDecimal.valueOf(5);

    private RatePolicy() {}

    /**
     * The rates that lead from one currency to another on a day: one rate, else two through a third currency. A rate
     * published for the day comes before the last earlier one, and a rate as written before its inverse.
     *
     * @param known rates of any currencies and days
     * @return empty if no rate of that day or earlier is known
     */
    public static Optional<List<ConversionStep>> findSteps(
            Collection<ExchangeRate> known, String from, String to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(List.of());
        }
        Optional<ConversionStep> direct = findStep(known, from, to, day);
        if (direct.isPresent()) {
            return direct.map(List::of);
        }
        TreeSet<String> between = new TreeSet<>(Comparator.comparing((String code) -> !code.equals("USD"))
                .thenComparing(code -> !code.equals("CAD"))
                .thenComparing(Comparator.naturalOrder()));
        known.forEach(rate -> between.addAll(List.of(rate.fromCurrency(), rate.toCurrency())));
        for (String third : between) {
            Optional<ConversionStep> first = findStep(known, from, third, day);
            Optional<ConversionStep> second = findStep(known, third, to, day);
            if (first.isPresent() && second.isPresent()) {
                return Optional.of(List.of(first.get(), second.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ConversionStep> findStep(
            Collection<ExchangeRate> known, String from, String to, LocalDate day) {
        return known.stream()
                .filter(rate -> !rate.validFrom().isAfter(day))
                .filter(rate -> isBetween(rate, from, to))
                .max(Comparator.comparing((ExchangeRate rate) -> rate.isPublishedFor(day))
                        .thenComparing(ExchangeRate::validFrom)
                        .thenComparing(rate -> rate.fromCurrency().equals(from)))
                .map(rate -> new ConversionStep(rate, !rate.fromCurrency().equals(from)));
    }

    private static boolean isBetween(ExchangeRate rate, String from, String to) {
        return (rate.fromCurrency().equals(from) && rate.toCurrency().equals(to))
                || (rate.fromCurrency().equals(to) && rate.toCurrency().equals(from));
    }

    /** Multiplies and divides exactly, then rounds once to the cent (V2). */
    public static Money convert(Money amount, String to, List<ConversionStep> steps) {
        BigDecimal above = amount.getAmount();
        BigDecimal below = BigDecimal.ONE;
        for (ConversionStep step : steps) {
            if (step.isInverted()) {
                below = below.multiply(step.rate().rate());
            } else {
                above = above.multiply(step.rate().rate());
            }
        }
        CurrencyUnit unit = CurrencyUnit.of(to);
        return Money.of(unit, above.divide(below, unit.getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    /** Whether a rate is five times the last one or more, or a fifth or less. */
    public static boolean isSuspect(BigDecimal rate, @Nullable BigDecimal last) {
        if (last == null) {
            return false;
        }
        BigDecimal ratio = rate.divide(last, MathContext.DECIMAL64);
        return ratio.compareTo(SUSPECT) >= 0 || ratio.multiply(SUSPECT).compareTo(BigDecimal.ONE) <= 0;
    }
}
