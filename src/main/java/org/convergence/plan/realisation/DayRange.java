package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** The day or days of a realisation, both ends included. It belongs to the period of its last day. */
public record DayRange(LocalDate from, LocalDate to) {

    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day comes before the first");
        }
    }

    /** One day. */
    public static DayRange on(LocalDate day) {
        return new DayRange(day, day);
    }

    /** The days as a PostgreSQL {@code datemultirange}. */
    public static String toMultirange(Collection<DayRange> some) {
        return some.stream()
                .map(each -> "[" + each.from() + "," + each.to() + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
