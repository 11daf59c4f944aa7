package org.convergence.resources.grant.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** The days of a call (R-GRANT-4). */
public final class GrantCallPolicy {

    /** Working days between the internal deadline and that of the funder. */
    private static final int MARGIN = 2;

    private GrantCallPolicy() {}

    /**
     * The day of a deadline: in the funder's zone or in ours, whichever is earlier. A deadline of 23:59 in Vancouver is
     * on the next day here, and nobody should count on that.
     */
    public static LocalDate closingDay(Instant closesAt, ZoneId theirs, ZoneId ours) {
        LocalDate there = LocalDate.ofInstant(closesAt, theirs);
        LocalDate here = LocalDate.ofInstant(closesAt, ours);
        return there.isBefore(here) ? there : here;
    }

    /** Two working days before the closing day: weekends and the organisation's closed days do not count. */
    public static LocalDate internalDeadline(LocalDate closing, Predicate<LocalDate> closed) {
        LocalDate day = closing;
        for (int left = MARGIN; left > 0; ) {
            day = day.minusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !closed.test(day)) {
                left--;
            }
        }
        return day;
    }

    /** The years from a closed call to its next one: one, or more where years were missed. */
    static int yearsToNext(LocalDate lastClosing, LocalDate today) {
        int years = 1;
        while (lastClosing.plusYears(years).isBefore(today)) {
            years++;
        }
        return years;
    }

    /** The day from which last year's call is proposed again. */
    static LocalDate proposalDay(LocalDate lastClosing, int weeksAhead) {
        return lastClosing.plusYears(1).minusWeeks(weeksAhead);
    }
}
