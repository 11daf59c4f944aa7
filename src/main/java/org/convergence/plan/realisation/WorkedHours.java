package org.convergence.plan.realisation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receives the hours entered for realisations from the module that keeps time. They replace the estimate; figures over
 * hundreds of thousands of realisations remain one statement. The caller changes the entries in the same transaction,
 * so that a realisation's hours are always the sum of its entries.
 */
public interface WorkedHours {

    /**
     * Replaces the sums of some realisations. Concurrent calls run one after the other.
     *
     * @param sums called once the rows are locked; realisations missing from its result have no entries
     */
    void recount(
            Set<RealisationId> realisations,
            Function<Collection<RealisationId>, Map<RealisationId, WorkedHoursSum>> sums);

    /**
     * Hours entered, each above zero, {@code null} if there are none: the estimate counts then.
     *
     * @param staff hours of the team
     * @param volunteers hours of volunteers
     */
    record WorkedHoursSum(
            @Nullable BigDecimal staff, @Nullable BigDecimal volunteers) {

        /** No hours entered. */
        public static final WorkedHoursSum NONE = new WorkedHoursSum(null, null);
    }
}
