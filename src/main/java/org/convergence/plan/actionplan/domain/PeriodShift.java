package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import org.convergence.plan.actionplan.NextPeriod;
import org.jspecify.annotations.Nullable;

/**
 * How far dates move from one period to the next: by whole months if both begin on the same day of a month, else by
 * days. The last day of a month stays the last day of a month.
 */
record PeriodShift(int months, long days) {

    private static final int YEAR = 12;
    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    static PeriodShift between(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(from, to);
        return from.plusMonths(months).equals(to)
                ? new PeriodShift((int) months, 0)
                : new PeriodShift(0, ChronoUnit.DAYS.between(from, to));
    }

    /** The period that follows one, of the same length: in whole months if possible. */
    static NextPeriod next(String title, LocalDate from, LocalDate to) {
        PeriodShift length = between(from, to.plusDays(1));
        LocalDate begins = to.plusDays(1);
        return new NextPeriod(
                Objects.requireNonNullElse(length.shift(title), title),
                begins,
                begins.plusMonths(length.months).plusDays(length.days).minusDays(1));
    }

    @Nullable
    LocalDate shift(@Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        LocalDate moved = day.plusMonths(months).plusDays(days);
        return months != 0 && day.equals(YearMonth.from(day).atEndOfMonth())
                ? YearMonth.from(moved).atEndOfMonth()
                : moved;
    }

    /** A text with its years moved to the next period. */
    @Nullable
    String shift(@Nullable String words) {
        return words == null || months == 0 || months % YEAR != 0
                ? words
                : YEARS.matcher(words)
                        .replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) + months / YEAR));
    }
}
