package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Hours on a line of a sheet on a day.
 *
 * @param hours above zero, in hundredths
 */
public record Cell(Post post, LocalDate day, BigDecimal hours) {

    public Cell {
        hours = hours.setScale(2, RoundingMode.HALF_UP);
        if (hours.signum() <= 0) {
            throw new IllegalArgumentException("hours are above zero");
        }
    }
}
