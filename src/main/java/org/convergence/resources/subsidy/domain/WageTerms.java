package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a subsidy pays of an hour.
 *
 * @param percent share of the hourly wage
 * @param capAmount of an hour; {@code null} without an amount as cap
 * @param most for one position; {@code null} for no such limit
 * @param charges whether it also pays the employer charges on its share
 * @param complement whether another funder may pay the rest of the same hour
 */
public record WageTerms(
        BigDecimal percent,
        HourlyCap cap,
        @Nullable BigDecimal capAmount,
        @Nullable BigDecimal most,
        boolean charges,
        boolean complement) {

    /** The limit of the share of an hour. */
    public enum HourlyCap {
        NONE,
        /** The minimum wage of the day worked. */
        MINIMUM_WAGE,
        AMOUNT;

        /** The message key of its name. */
        public String key() {
            return "subsidy.cap." + name();
        }
    }

    /** The same terms as approved for one position; {@code null} where the programme's own value stays. */
    WageTerms approvedWith(@Nullable BigDecimal share, @Nullable BigDecimal limit) {
        return new WageTerms(
                share == null ? percent : share, cap, capAmount, limit == null ? most : limit, charges, complement);
    }
}
