package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.resources.membership.HeadcountId;

/**
 * Which headcount counts on a day (R-MEMBER-2). Statements are never changed: later ones for the same day are added,
 * and the most certain one counts.
 */
public final class HeadcountPolicy {

    private static final Comparator<Headcount> BY_WORTH = Comparator.comparing(
                    (Headcount it) -> it.facts().countedOn())
            .thenComparing(it -> it.facts().status(), Comparator.reverseOrder())
            .thenComparing(Headcount::recordedAt)
            .thenComparing(it -> it.id().value());

    private HeadcountPolicy() {}

    /**
     * The headcount that counts.
     *
     * @param carriedOver whether it is a year old or more, carried forward for lack of a newer one
     */
    public record EffectiveHeadcount(Headcount headcount, boolean carriedOver) {}

    /**
     * Chooses among the statements of one organisation: the latest day not after the reference date; for one day, the
     * most certain; if equally certain, the last recorded.
     *
     * @param said all headcounts stated; withdrawn ones are ignored
     * @return empty if there is none until then
     */
    public static Optional<EffectiveHeadcount> effectiveOn(LocalDate reference, Collection<Headcount> said) {
        return said.stream()
                .filter(it -> !it.withdrawn() && !it.facts().countedOn().isAfter(reference))
                .max(BY_WORTH)
                .map(it -> new EffectiveHeadcount(it, isCarriedOver(it.facts().countedOn(), reference)));
    }

    /** The statements that count on their own reference date: one for each date. */
    public static Set<HeadcountId> effectiveOnOwnDays(Collection<Headcount> said) {
        return said.stream()
                .map(it -> it.facts().countedOn())
                .distinct()
                .flatMap(day -> effectiveOn(day, said).stream())
                .map(it -> it.headcount().id())
                .collect(Collectors.toSet());
    }

    /** Whether a headcount is a year old or more. */
    public static boolean isCarriedOver(LocalDate countedOn, LocalDate reference) {
        return !countedOn.isAfter(reference.minusYears(1));
    }
}
