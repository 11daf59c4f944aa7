package org.convergence.directory.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period, with both days included.
 *
 * @param since first day, {@code null} where unknown or without beginning
 * @param until last day, {@code null} while it lasts
 */
public record Period(@Nullable LocalDate since, @Nullable LocalDate until) {

    /** Without a known beginning or end. */
    public static final Period ALWAYS = new Period(null, null);

    public Period {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** Whether it contains the day. */
    public boolean contains(LocalDate day) {
        return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }

    /** Whether both share at least one day. */
    public boolean overlaps(Period other) {
        return beginsBy(other.until) && other.beginsBy(until);
    }

    /** The shared days; only where they {@linkplain #overlaps overlap}. */
    public Period shared(Period other) {
        return new Period(later(since, other.since), earlier(until, other.until));
    }

    private boolean beginsBy(@Nullable LocalDate day) {
        return since == null || day == null || !since.isAfter(day);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
