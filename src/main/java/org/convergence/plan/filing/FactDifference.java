package org.convergence.plan.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the facts of a filing and the current data.
 *
 * @param then as filed, {@code null} if it was absent
 * @param now as of today, {@code null} if it is gone
 */
public record FactDifference<F extends FiledFact<F>>(
        DifferenceKind kind, @Nullable F then, @Nullable F now) {

    /** The kind of change since the filing. */
    public enum DifferenceKind {
        /** A filing of today would include it. */
        ADDED,
        /** Its data changed, or it belongs elsewhere now. */
        CHANGED,
        /** It was withdrawn. */
        WITHDRAWN,
        /** The filing shows something of it that may no longer be shown, such as a photograph. */
        REDACTED
    }

    /** The version whose title is shown. */
    public F shown() {
        F last = now == null ? then : now;
        if (last == null) {
            throw new IllegalStateException("a difference has two sides, one of which may be missing");
        }
        return last;
    }

    /** A filed fact of which something may no longer be shown. */
    public static <F extends FiledFact<F>> FactDifference<F> redacted(F then) {
        return new FactDifference<>(DifferenceKind.REDACTED, then, null);
    }

    /**
     * The differences, in the order of the filed facts, the added ones last.
     *
     * @param now the facts that a filing of today would have
     * @param elsewhere finds, for filed facts that it would not have, the current ones of other filings
     */
    public static <F extends FiledFact<F>> List<FactDifference<F>> compare(
            List<F> then, List<F> now, UnaryOperator<List<F>> elsewhere) {
        Map<UUID, F> current = byId(now);
        Map<UUID, F> moved = byId(elsewhere.apply(
                then.stream().filter(fact -> !current.containsKey(fact.id())).toList()));
        List<FactDifference<F>> differences = new ArrayList<>();
        for (F fact : then) {
            F here = current.remove(fact.id());
            F today = here == null ? moved.get(fact.id()) : here;
            if (today == null) {
                differences.add(new FactDifference<>(DifferenceKind.WITHDRAWN, fact, null));
            } else if (here == null || !fact.tellsTheSame(here)) {
                differences.add(new FactDifference<>(DifferenceKind.CHANGED, fact, today));
            }
        }
        current.values().forEach(fact -> differences.add(new FactDifference<>(DifferenceKind.ADDED, null, fact)));
        return differences;
    }

    private static <F extends FiledFact<F>> Map<UUID, F> byId(List<F> facts) {
        Map<UUID, F> byId = new LinkedHashMap<>();
        facts.forEach(fact -> byId.put(fact.id(), fact));
        return byId;
    }
}
