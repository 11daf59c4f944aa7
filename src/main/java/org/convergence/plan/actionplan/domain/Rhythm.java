package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;

/**
 * How often an action recurs.
 *
 * @param timesPerYear between 1 and 52: 12 is every month, 4 every quarter, 52 every week
 * @param since the day from which its steps are counted: the day the rhythm was set, so that a plan entered in mid-year
 *     does not begin late
 */
public record Rhythm(int timesPerYear, LocalDate since) {

    private static final int MONTHS = 12;
    private static final int DAYS = 365;
    private static final int WEEKS = 52;

    public Rhythm {
        if (timesPerYear < 1 || timesPerYear > WEEKS) {
            throw new IllegalArgumentException("a rhythm is between once and 52 times a year");
        }
    }

    /** The day a number of steps after a day: in whole months if the year divides evenly, else in days. */
    public LocalDate stepAfter(LocalDate day, int times) {
        return MONTHS % timesPerYear == 0
                ? day.plusMonths((long) times * MONTHS / timesPerYear)
                : day.plusDays(Math.round((double) times * DAYS / timesPerYear));
    }

    /** The number of steps missed between two days; a step is missed from the day after it. */
    int missedSteps(LocalDate last, LocalDate today) {
        int missed = 0;
        while (missed < WEEKS && stepAfter(last, missed + 1).isBefore(today)) {
            missed++;
        }
        return missed;
    }
}
