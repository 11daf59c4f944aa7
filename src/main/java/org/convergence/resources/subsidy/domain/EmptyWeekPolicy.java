package org.convergence.resources.subsidy.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the weeks in which no subsidised person works. */
public final class EmptyWeekPolicy {

    private EmptyWeekPolicy() {}

    /** A subsidised period, both days included. */
    public record SubsidisedPeriod(LocalDate from, LocalDate to) {}

    /** Weeks in a row, from a Monday to a Sunday. */
    public record EmptyWeeks(LocalDate from, LocalDate to) {

        public long count() {
            return ChronoUnit.WEEKS.between(from, to.plusDays(1));
        }
    }

    /** The whole weeks without a period that last or are to come; those that began before are given from their first. */
    public static List<EmptyWeeks> findCurrent(
            Collection<SubsidisedPeriod> periods, LocalDate from, LocalDate today, LocalDate to) {
        return find(periods, from, to).stream()
                .filter(each -> !each.to().isBefore(today))
                .toList();
    }

    /** The day after the last one that a period has before a day; {@code null} if there is none. */
    public static @Nullable LocalDate findEnd(Collection<SubsidisedPeriod> periods, LocalDate before) {
        return periods.stream()
                .map(SubsidisedPeriod::to)
                .filter(to -> to.isBefore(before))
                .max(LocalDate::compareTo)
                .map(to -> to.plusDays(1))
                .orElse(null);
    }

    /** Whole weeks between two days in which no period has a day. */
    public static List<EmptyWeeks> find(Collection<SubsidisedPeriod> periods, LocalDate from, LocalDate to) {
        List<EmptyWeeks> found = new ArrayList<>();
        LocalDate start = null;
        LocalDate monday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        for (; !monday.plusDays(6).isAfter(to); monday = monday.plusWeeks(1)) {
            LocalDate week = monday;
            boolean covered = periods.stream()
                    .anyMatch(each ->
                            !each.from().isAfter(week.plusDays(6)) && !each.to().isBefore(week));
            if (covered && start != null) {
                found.add(new EmptyWeeks(start, monday.minusDays(1)));
                start = null;
            } else if (!covered && start == null) {
                start = monday;
            }
        }
        if (start != null) {
            found.add(new EmptyWeeks(start, monday.minusDays(1)));
        }
        return found;
    }
}
