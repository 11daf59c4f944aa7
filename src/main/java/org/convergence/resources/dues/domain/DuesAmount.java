package org.convergence.resources.dues.domain;

import java.util.List;
import org.joda.money.Money;

/**
 * An amount owed, and its computation.
 *
 * @param amount to the cent
 * @param steps of the sum; a single one for a flat rate
 * @param bound whether the minimum or the maximum replaces the sum
 */
public record DuesAmount(Money amount, List<ComputationStep> steps, AppliedBound bound) {

    /** The bound that replaces the sum, if any. */
    public enum AppliedBound {
        NONE,
        MINIMUM,
        MAXIMUM
    }

    /**
     * A term of the sum.
     *
     * @param people the multiplier
     * @param each the amount multiplied, with up to four decimals
     */
    public record ComputationStep(int people, java.math.BigDecimal each) {}

    public DuesAmount {
        steps = List.copyOf(steps);
    }
}
