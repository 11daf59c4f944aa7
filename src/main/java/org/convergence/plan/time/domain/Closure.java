package org.convergence.plan.time.domain;

import java.time.LocalDate;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Days without work for the whole team.
 *
 * @param source the text that orders it: an act, a collective agreement, a decision; {@code null} if unknown
 */
public record Closure(
        ClosureKind kind,
        String name,
        LocalDate from,
        LocalDate to,
        @Nullable String source) {

    /** Maximum length, in days. */
    public static final int LONGEST = 366;

    /** The kind of closure. */
    public enum ClosureKind {
        HOLIDAY,
        CLOSURE
    }

    public Closure {
        if (to.isBefore(from) || from.plusDays(LONGEST - 1L).isBefore(to)) {
            throw new Refused("time.refused.period");
        }
    }

    static Closure holiday(String name, LocalDate day, String source) {
        return new Closure(ClosureKind.HOLIDAY, name, day, day, source);
    }
}
