package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * When promised hours fall (R-TIME-5): on the occurrences of a rhythm; else evenly over the days left in the window, in
 * the plan, or in a year if neither is known. Overdue hours fall now.
 */
final class PromisePolicy {

    private PromisePolicy() {}

    /** The hours required between two days, both included. */
    static BigDecimal hoursBetween(Demand demand, LocalDate today, LocalDate from, LocalDate to) {
        if (!demand.steps().isEmpty()) {
            long times = demand.steps().stream()
                    .filter(step -> !step.isBefore(from) && !step.isAfter(to))
                    .count();
            return demand.hours().multiply(BigDecimal.valueOf(times));
        }
        LocalDate begin = demand.from() == null || demand.from().isBefore(today) ? today : demand.from();
        LocalDate end = demand.to() == null ? today.plusYears(1).minusDays(1) : demand.to();
        if (end.isBefore(begin)) {
            // Late: today takes all of it, so that this week and this month count the same hours.
            begin = today;
            end = today;
        }
        LocalDate first = begin.isBefore(from) ? from : begin;
        LocalDate last = end.isAfter(to) ? to : end;
        if (last.isBefore(first)) {
            return BigDecimal.ZERO;
        }
        long all = ChronoUnit.DAYS.between(begin, end) + 1;
        long within = ChronoUnit.DAYS.between(first, last) + 1;
        return demand.hours()
                .multiply(BigDecimal.valueOf(within))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    /** The promised hours by month, from the current month on. */
    static Map<YearMonth, BigDecimal> byMonth(Demand demand, LocalDate today, int months) {
        Map<YearMonth, BigDecimal> sums = new TreeMap<>();
        for (int i = 0; i < months; i++) {
            YearMonth month = YearMonth.from(today).plusMonths(i);
            BigDecimal hours = hoursBetween(demand, today, month.atDay(1), month.atEndOfMonth());
            if (hours.signum() > 0) {
                sums.put(month, hours);
            }
        }
        return sums;
    }
}
