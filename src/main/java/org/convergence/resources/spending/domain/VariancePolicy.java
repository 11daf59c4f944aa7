package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** When a line departs so far from its budget that the report must say why (R-GRANT-13). */
public final class VariancePolicy {

    /** The share of a line's budget that needs no explanation, in percent. */
    public static final BigDecimal PERCENT = BigDecimal.TEN;

    /** The amount that needs no explanation, in the currency of the budget. */
    public static final BigDecimal AMOUNT = new BigDecimal("500.00");

    private VariancePolicy() {}

    /** The part of a line's budget that should be spent by a day, if it is spent evenly; all of it at the end. */
    public static BigDecimal expected(BigDecimal budget, LocalDate startsOn, LocalDate endsOn, LocalDate day) {
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = Math.max(0, Math.min(all, ChronoUnit.DAYS.between(startsOn, day) + 1));
        return budget.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }

    /**
     * Whether a variance must be explained: it exceeds both the share and the amount.
     *
     * @param budget of the line for all its time
     */
    public static boolean needsReason(BigDecimal budget, BigDecimal variance) {
        BigDecimal share = budget.multiply(PERCENT).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        return variance.abs().compareTo(share.max(AMOUNT)) > 0;
    }
}
