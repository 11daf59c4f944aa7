package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a grant would bring and cost (R-GRANT-2).
 *
 * @param amount the grant
 * @param asking hours to write the application
 * @param reporting hours to report afterwards
 * @param hourlyCost cost of an hour of the team
 * @param match money that must be found elsewhere
 * @param month first day of the month in which the application is written
 */
public record GrantEstimate(
        BigDecimal amount,
        BigDecimal asking,
        BigDecimal reporting,
        BigDecimal hourlyCost,
        BigDecimal match,
        LocalDate month) {

    /** Amount − (hours to ask + hours to report) × hourly cost − match to find; negative if it costs more. */
    public BigDecimal net() {
        return amount.subtract(timeCost()).subtract(match);
    }

    /** The cost of the hours. */
    public BigDecimal timeCost() {
        return asking.add(reporting).multiply(hourlyCost).setScale(2, RoundingMode.HALF_UP);
    }

    public YearMonth writtenIn() {
        return YearMonth.from(month);
    }
}
