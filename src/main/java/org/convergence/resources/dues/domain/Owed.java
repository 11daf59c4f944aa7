package org.convergence.resources.dues.domain;

import java.util.List;
import org.joda.money.Money;

/**
 * What is owed, and how it came to be.
 *
 * @param amount to the cent
 * @param steps of the sum; of a rate without people, one for all
 * @param bound whether the least or the most took the sum's place
 */
public record Owed(Money amount, List<Step> steps, Bound bound) {

    /** Whether the sum stands. */
    public enum Bound {
        NONE,
        MINIMUM,
        MAXIMUM
    }

    /**
     * A part of the sum.
     *
     * @param people how many times
     * @param each what is taken so many times, with up to four decimals
     */
    public record Step(int people, java.math.BigDecimal each) {}

    public Owed {
        steps = List.copyOf(steps);
    }
}
