package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Caps and transfers of an agreement (R-GRANT-5, R-GRANT-12). Amounts are in one currency. */
public final class AgreementPolicy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AgreementPolicy() {}

    /**
     * The most that a capped line may cost.
     *
     * @param base the sum of the lines of which it is a percent
     * @param maximum the most in any case; {@code null} if there is none
     */
    public static BigDecimal cap(BigDecimal percent, BigDecimal base, @Nullable BigDecimal maximum) {
        BigDecimal share = base.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return maximum == null ? share : share.min(maximum);
    }

    /**
     * Whether the latest transfer needs an amendment: all transfers of a line count together against its tolerance.
     *
     * @param original the amount of the line at first
     * @param transfers what moved to the line, or from it if below zero, the latest last
     */
    public static boolean needsAmendment(BigDecimal original, BigDecimal tolerancePercent, List<BigDecimal> transfers) {
        BigDecimal moved = transfers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return moved.abs().multiply(HUNDRED).compareTo(original.multiply(tolerancePercent)) > 0;
    }

    /** How much of the agreement's time is gone, in percent: 0 before it begins, 100 after it ends. */
    public static int timeGone(LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long gone = ChronoUnit.DAYS.between(startsOn, today) + 1;
        return (int) (100 * Math.max(0, Math.min(all, gone)) / all);
    }
}
