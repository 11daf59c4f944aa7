package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

class ExampleCalendarTest {

    @Property
    void yearIsUnderWayOnAnyDay(@ForAll @DateRange(min = "2026-01-01", max = "2040-12-31") LocalDate today) {
        ExampleCalendar calendar = ExampleCalendar.of(today);
        assertThat(calendar.yearStart()).isBeforeOrEqualTo(calendar.day("-139", calendar.yearStart()));
        assertThat(calendar.day("+64", calendar.yearStart()))
                .isBefore(calendar.yearStart().plusYears(1));
        assertThat(calendar.yearStart().getDayOfMonth()).isEqualTo(1);
        assertThat(calendar.yearStart().getMonthValue()).isNotEqualTo(1);
    }

    @Property
    void dateLiesWithinItsYear(@ForAll @DateRange(min = "2026-01-01", max = "2040-12-31") LocalDate today) {
        LocalDate start = ExampleCalendar.of(today).previousStart();
        assertThat(ExampleCalendar.of(today).day("03-08", start))
                .isBetween(start, start.plusYears(1).minusDays(1))
                .satisfies(day -> assertThat(day.getMonthValue()).isEqualTo(3));
    }

    @Property
    void aWorkingDayStaysOnItsSideOfToday(
            @ForAll @DateRange(min = "2026-01-01", max = "2030-12-31") LocalDate today,
            @ForAll @net.jqwik.api.constraints.IntRange(min = -200, max = 200) int distance) {
        LocalDate day = today.plusDays(distance);
        LocalDate moved = ExampleCalendar.of(today).workingDay(day);
        assertThat(moved.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(moved.isAfter(today)).isEqualTo(day.isAfter(today));
    }
}
