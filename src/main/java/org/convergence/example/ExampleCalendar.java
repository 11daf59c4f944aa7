package org.convergence.example;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The example's days. On any loading day, its current plan is four or five months old, so that there is a year behind,
 * work under way and work ahead: the first month of its fiscal year is chosen for this.
 *
 * @param today the day of loading
 * @param yearStart first day of the current plan
 */
record ExampleCalendar(LocalDate today, LocalDate yearStart) {

    private static final int OLDEST_DAY_OF_THE_CURRENT_PLAN = 139;
    private static final Pattern YEAR = Pattern.compile("\\{A([+-]\\d+)?}");

    static ExampleCalendar of(LocalDate today) {
        LocalDate start = today.minusDays(OLDEST_DAY_OF_THE_CURRENT_PLAN).withDayOfMonth(1);
        // « 2026-2027 » covers two years: a plan that begins in January would cover one.
        return new ExampleCalendar(today, start.getMonthValue() == 1 ? start.minusMonths(1) : start);
    }

    /** First day of the previous plan. */
    LocalDate previousStart() {
        return yearStart.minusYears(1);
    }

    /** A text with its years filled in: {@code {A}} is the year in which the plan begins. */
    static String fillYears(String text, LocalDate yearStart) {
        return YEAR.matcher(text).replaceAll(found -> year(found.group(1), yearStart));
    }

    private static String year(String distance, LocalDate yearStart) {
        int years = distance == null ? 0 : Integer.parseInt(distance);
        return Matcher.quoteReplacement(String.valueOf(yearStart.getYear() + years));
    }

    /** A day on which something began or ended, as in registers: never in the future. */
    LocalDate pastDay(String cell) {
        LocalDate day = LocalDate.parse(fillYears(cell, yearStart));
        return day.isAfter(today) ? day.minusYears(1) : day;
    }

    /** A day of work: {@code -12} and {@code +8} count from today, {@code 03-08} is that date within the year. */
    LocalDate day(String cell, LocalDate start) {
        char first = cell.charAt(0);
        if (first == '-' || first == '+') {
            return today.plusDays(Integer.parseInt(cell));
        }
        LocalDate day = MonthDay.parse("--" + cell).atYear(start.getYear());
        return day.isBefore(start) ? day.plusYears(1) : day;
    }

    /** The working day nearest to a day, on the same side of today. */
    LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY ->
                day.minusDays(1).isAfter(today) || !day.isAfter(today) ? day.minusDays(1) : day.plusDays(2);
            case SUNDAY -> day.isAfter(today) ? day.plusDays(1) : day.minusDays(2);
            default -> day;
        };
    }

    /** The Saturday of the day's week. */
    static LocalDate saturday(LocalDate day) {
        return day.with(DayOfWeek.SATURDAY);
    }
}
