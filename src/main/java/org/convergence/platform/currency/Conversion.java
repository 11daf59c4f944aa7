package org.convergence.platform.currency;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.text.Words;
import org.joda.money.Money;

/**
 * An amount in another currency, with the rates that were used.
 *
 * @param converted rounded once, to the cent
 * @param steps one rate, or two through a third currency; none for the same currency
 */
public record Conversion(Money original, Money converted, LocalDate day, List<ConversionStep> steps) {

    public Conversion {
        steps = List.copyOf(steps);
    }

    /**
     * A rate, or its inverse.
     *
     * @param isInverted whether the amount was divided by the rate
     */
    public record ConversionStep(ExchangeRate rate, boolean isInverted) {}

    /** Whether a rate was published for earlier days only, as on a holiday. */
    public boolean isBorrowed() {
        return steps.stream().anyMatch(step -> !step.rate().isPublishedFor(day));
    }

    /** The rates with their days and sources, « 1 MXN = 0,0737 $ (29 mars 2018, Banque du Canada) ». */
    public String formatRates(Words t) {
        return steps.stream()
                .map(step -> t.say(
                        "currency.rate.used",
                        step.rate().format(t),
                        step.rate().validFrom(),
                        step.rate().source(t)))
                .collect(Collectors.joining("; "));
    }
}
