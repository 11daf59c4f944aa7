package org.convergence.plan.portrait;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by a module that has figures for the portrait of the organisation. It counts without regard to the current
 * user, and gives totals only: no person can be told from them.
 */
public interface PortraitSource {

    /** A count of a sensitive kind below this is not published (R-PORTRAIT-2). */
    int LEAST = 5;

    /** The figures of a period, both days included. */
    List<PortraitFigure> findFigures(LocalDate from, LocalDate until);

    /** The activities behind these figures, to recognise those that another organisation counts too. */
    default List<PortraitActivity> findActivities(LocalDate from, LocalDate until) {
        return List.of();
    }

    /** How figures of several organisations are added up. */
    enum AdditionRule {
        SUM,
        /** The same value of two organisations counts once. */
        DISTINCT,
        /** Never added: the same unit may be in the figures of two organisations. */
        APART
    }

    /**
     * A figure.
     *
     * @param key of its definition, in the messages {@code portrait.figure.<key>} and {@code portrait.counted.<key>}
     * @param value {@code null} if it is too small to be published
     * @param values what is counted, for {@link AdditionRule#DISTINCT}; otherwise empty
     */
    record PortraitFigure(String key, @Nullable BigDecimal value, List<String> values, AdditionRule rule) {

        /** A count that may be published whatever its size. */
        public static PortraitFigure count(String key, long value) {
            return new PortraitFigure(key, BigDecimal.valueOf(value), List.of(), AdditionRule.SUM);
        }
    }

    /**
     * An activity that was done.
     *
     * @param links addresses that were given to it, by which another organisation may know it
     * @param counts what it adds to the figures, by key
     */
    record PortraitActivity(
            String title, LocalDate day, @Nullable String place, List<String> links, Map<String, Integer> counts) {}
}
