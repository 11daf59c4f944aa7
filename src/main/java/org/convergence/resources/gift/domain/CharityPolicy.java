package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the gifts of a year would have gained with the status of a registered charity (R-GIFT-5). */
public final class CharityPolicy {

    private CharityPolicy() {}

    /**
     * What the status costs, and the tax credits in percent of a gift.
     *
     * @param threshold the part of a donor's gifts of a year up to which the lower credits apply
     * @param source of the credits and costs, with the day of the check, in 1 to 500 characters
     */
    public record CharityEstimate(
            BigDecimal hourlyCost,
            int hoursToApply,
            BigDecimal feesToApply,
            int hoursAYear,
            BigDecimal feesAYear,
            BigDecimal threshold,
            BigDecimal federalBelow,
            BigDecimal federalAbove,
            BigDecimal provincialBelow,
            BigDecimal provincialAbove,
            String source) {

        public static final int LONGEST_SOURCE = 500;

        /** What it costs to apply. */
        public BigDecimal costToApply() {
            return hourlyCost.multiply(BigDecimal.valueOf(hoursToApply)).add(feesToApply);
        }

        /** What it costs each year. */
        public BigDecimal costAYear() {
            return hourlyCost.multiply(BigDecimal.valueOf(hoursAYear)).add(feesAYear);
        }
    }

    /** The tax credits of a person who gave so much in a year; each credit is rounded to the cent. */
    public static BigDecimal credit(BigDecimal given, CharityEstimate estimate) {
        BigDecimal below = given.min(estimate.threshold());
        BigDecimal above = given.subtract(below);
        return share(below, estimate.federalBelow(), above, estimate.federalAbove())
                .add(share(below, estimate.provincialBelow(), above, estimate.provincialAbove()));
    }

    private static BigDecimal share(BigDecimal below, BigDecimal lower, BigDecimal above, BigDecimal higher) {
        return below.multiply(lower)
                .add(above.multiply(higher))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** The tax credits of all persons, each with what it gave in the year. */
    public static BigDecimal credits(List<BigDecimal> given, CharityEstimate estimate) {
        return given.stream().map(each -> credit(each, estimate)).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
