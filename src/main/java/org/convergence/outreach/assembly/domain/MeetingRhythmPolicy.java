package org.convergence.outreach.assembly.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** The days on which bodies usually meet: « the fourth Wednesday » (R-GOV-3). */
public final class MeetingRhythmPolicy {

    private static final int FOURTH = 4;
    private static final int WEEK = 7;

    /** A rhythm is seen in this many meetings. */
    static final int MEETINGS = 3;

    private static final int LONGEST = 24;

    private MeetingRhythmPolicy() {}

    /** The day of the month on which a body meets: its week, its weekday, and the next such day. */
    public record UsualDay(int week, DayOfWeek weekday, LocalDate next) {}

    /** The next day of the annual assembly by law, where by-laws set none: the fourth Wednesday of January. */
    public static LocalDate findLegalAssembly(LocalDate today) {
        LocalDate day = dayOf(YearMonth.of(today.getYear(), Month.JANUARY), FOURTH, DayOfWeek.WEDNESDAY);
        return day.isBefore(today)
                ? dayOf(YearMonth.of(today.getYear() + 1, Month.JANUARY), FOURTH, DayOfWeek.WEDNESDAY)
                : day;
    }

    /**
     * The next day in the rhythm of a body.
     *
     * @param last the days of its last ordinary meetings, the latest first
     * @return empty unless all of them were the same weekday of the same week of a month
     */
    public static Optional<UsualDay> findNext(List<LocalDate> last, LocalDate today) {
        if (last.size() < MEETINGS
                || last.stream()
                                .map(day -> day.getDayOfWeek() + " " + week(day))
                                .distinct()
                                .count()
                        > 1) {
            return Optional.empty();
        }
        LocalDate latest = last.get(0);
        YearMonth month = YearMonth.from(latest);
        long step = Math.max(1, ChronoUnit.MONTHS.between(YearMonth.from(last.get(1)), month));
        for (int i = 1; i <= LONGEST; i++) {
            YearMonth then = month.plusMonths(step * i);
            LocalDate day = dayOf(then, week(latest), latest.getDayOfWeek());
            if (YearMonth.from(day).equals(then) && day.isAfter(today)) {
                return Optional.of(new UsualDay(week(latest), latest.getDayOfWeek(), day));
            }
        }
        return Optional.empty();
    }

    private static int week(LocalDate day) {
        return (day.getDayOfMonth() - 1) / WEEK + 1;
    }

    private static LocalDate dayOf(YearMonth month, int week, DayOfWeek weekday) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
    }
}
