package org.convergence.plan.calendar.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a time of day in a zone, as a calendar writes it: {@code 20261109}, {@code 20261109T140000Z}.
 *
 * @param time {@code null} for a whole day
 * @param zone the name of its zone in the calendar; {@code null} for none
 * @param universal whether it is in UTC
 */
record CalendarTime(
        LocalDate date, @Nullable LocalTime time, @Nullable String zone, boolean universal) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[T ](\\d{2})(\\d{2})(\\d{2})?(Z)?)?", Pattern.CASE_INSENSITIVE);

    /** The moment in a line; empty if it is invalid. */
    static Optional<CalendarTime> parse(ContentLine line) {
        return parse(line.value(), line);
    }

    /** The moments in a line, separated by commas; of periods, the beginnings. Invalid ones are left out. */
    static List<CalendarTime> parseAll(ContentLine line) {
        return Stream.of(line.value().split(","))
                .map(each -> parse(each.replaceFirst("/.*", ""), line))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<CalendarTime> parse(String text, ContentLine line) {
        Matcher found = FORM.matcher(text.strip().replace("-", "").replace(":", ""));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
            LocalTime time = found.group(4) == null
                    ? null
                    : LocalTime.of(
                            number(found, 4),
                            number(found, 5),
                            found.group(6) == null ? 0 : Math.min(59, number(found, 6)));
            return Optional.of(new CalendarTime(date, time, line.parameters().get("TZID"), found.group(7) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    boolean allDay() {
        return time == null;
    }

    LocalDateTime localDateTime() {
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }
}
