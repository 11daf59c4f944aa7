package org.convergence.plan.time.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A week from Monday to Sunday, written {@code 2026-W48} (ISO 8601). */
public record Week(LocalDate monday) {

    private static final Pattern WRITTEN = Pattern.compile("(2[01][0-9]{2})-W([0-5][0-9])");

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("A week begins on Monday");
        }
    }

    /** The week of a day. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Parses it; empty if there is no such week. */
    public static Optional<Week> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        try {
            LocalDate monday = LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(written.group(2)))
                    .with(DayOfWeek.MONDAY);
            Week week = new Week(monday);
            return week.toString().equals(text) ? Optional.of(week) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** Monday to Sunday. */
    public List<LocalDate> days() {
        return monday.datesUntil(monday.plusDays(7)).toList();
    }

    /** The week this many weeks later; earlier if negative. */
    public Week plus(int weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    @Override
    public String toString() {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
