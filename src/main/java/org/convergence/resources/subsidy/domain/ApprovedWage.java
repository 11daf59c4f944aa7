package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The approved work and its wage.
 *
 * @param hours a week
 * @param wage per hour
 * @param chargesPercent employer charges in percent of the wage
 */
public record ApprovedWage(int weeks, BigDecimal hours, BigDecimal wage, BigDecimal chargesPercent) {

    /** Wage and charges of an hour; the charges are rounded to the cent. */
    public BigDecimal hourlyCost() {
        return wage.add(chargesOn(wage));
    }

    BigDecimal chargesOn(BigDecimal amount) {
        return amount.multiply(chargesPercent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }
}
