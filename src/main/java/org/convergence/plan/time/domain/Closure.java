package org.convergence.plan.time.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody works.
 *
 * @param source which text says so: an act, a collective agreement, a decision; {@code null} where nobody said
 */
public record Closure(
        Kind kind,
        String name,
        LocalDate from,
        LocalDate to,
        @Nullable String source) {

    /** The longest, in days. */
    public static final int LONGEST = 366;

    /** Of which sort. */
    public enum Kind {
        HOLIDAY,
        CLOSURE
    }

    public Closure {
        if (to.isBefore(from) || from.plusDays(LONGEST - 1L).isBefore(to)) {
            throw new Refused("time.refused.period");
        }
    }

    static Closure holiday(String name, LocalDate day, String source) {
        return new Closure(Kind.HOLIDAY, name, day, day, source);
    }
}
