package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Hours of a period, from contracts and with their deductions; in hundredths once {@link #rounded}.
 *
 * @param contract hours of the contracts
 * @param closed of these, on holidays and closures
 * @param leave of the rest, on leave
 * @param office of the rest, the office share
 */
public record WorkingHours(BigDecimal contract, BigDecimal closed, BigDecimal leave, BigDecimal office) {

    /** No hours. */
    public static final WorkingHours NONE =
            new WorkingHours(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** The hours left to work. */
    public BigDecimal worked() {
        return contract.subtract(closed).subtract(leave);
    }

    /** The hours left for the plan. */
    public BigDecimal available() {
        return worked().subtract(office);
    }

    WorkingHours plus(WorkingHours other) {
        return new WorkingHours(
                contract.add(other.contract),
                closed.add(other.closed),
                leave.add(other.leave),
                office.add(other.office));
    }

    WorkingHours rounded() {
        return new WorkingHours(cents(contract), cents(closed), cents(leave), cents(office));
    }

    private static BigDecimal cents(BigDecimal hours) {
        return hours.setScale(2, RoundingMode.HALF_UP);
    }
}
