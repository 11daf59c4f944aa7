package org.convergence.plan.time.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The public holidays of Québec in a year, as proposals (R-TIME-2): the organisation's calendar is its own data, which
 * it changes as its collective agreement or a new act requires.
 */
final class HolidayProposals {

    private static final String LABOUR = "Loi sur les normes du travail, RLRQ c. N-1.1, art. 60";
    private static final String NATIONAL = "Loi sur la fête nationale, RLRQ c. F-1.1, art. 1";

    private HolidayProposals() {}

    static List<Closure> forYear(int year) {
        LocalDate canada = LocalDate.of(year, Month.JULY, 1);
        return List.of(
                labour("Jour de l’An", LocalDate.of(year, Month.JANUARY, 1)),
                labour("Vendredi saint", easter(year).minusDays(2)),
                labour("Lundi de Pâques", easter(year).plusDays(1)),
                labour(
                        "Journée nationale des patriotes",
                        LocalDate.of(year, Month.MAY, 24).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                Closure.holiday("Fête nationale du Québec", LocalDate.of(year, Month.JUNE, 24), NATIONAL),
                labour("Fête du Canada", canada.getDayOfWeek() == DayOfWeek.SUNDAY ? canada.plusDays(1) : canada),
                labour(
                        "Fête du Travail",
                        LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))),
                labour(
                        "Action de grâces",
                        LocalDate.of(year, Month.OCTOBER, 1)
                                .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY))),
                labour("Jour de Noël", LocalDate.of(year, Month.DECEMBER, 25)));
    }

    private static Closure labour(String name, LocalDate day) {
        return Closure.holiday(name, day, LABOUR);
    }

    /** Easter Sunday, by the computation of Meeus for the Gregorian calendar. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int m = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, m / 31, m % 31 + 1);
    }
}
