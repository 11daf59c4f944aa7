package org.convergence.plan.realisation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door by which the module that keeps hours says how many were entered for realisations. From then on they count
 * instead of the estimate; figures over hundreds of thousands of realisations stay one statement. Whoever says it does so
 * in the transaction that changes the entries, so that a realisation's hours are always the sum of its entries.
 */
public interface WorkedHours {

    /**
     * Says the sums anew for some realisations; the others stay as they are. Two who do so at once are heard one after the
     * other.
     *
     * @param sums asked once, when nobody else can say a sum any more; those that it leaves out have no entries
     */
    void recount(Set<RealisationId> realisations, Function<Collection<RealisationId>, Map<RealisationId, Worked>> sums);

    /**
     * Hours that were entered, each above zero, {@code null} where none were: the estimate counts then.
     *
     * @param staff hours of the team
     * @param volunteers hours that were given
     */
    record Worked(@Nullable BigDecimal staff, @Nullable BigDecimal volunteers) {

        /** Nobody entered any. */
        public static final Worked NONE = new Worked(null, null);
    }
}
