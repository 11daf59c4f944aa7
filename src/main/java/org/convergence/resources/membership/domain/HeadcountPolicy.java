package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.resources.membership.HeadcountId;

/**
 * Which headcount counts on a day (R-MEMBER-2). A statement is never changed: a later one for the same day stands beside it, and the
 * surest is used.
 */
public final class HeadcountPolicy {

    private static final Comparator<Headcount> BY_WORTH = Comparator.comparing(
                    (Headcount it) -> it.facts().countedOn())
            .thenComparing(it -> it.facts().status(), Comparator.reverseOrder())
            .thenComparing(Headcount::recordedAt)
            .thenComparing(it -> it.id().value());

    private HeadcountPolicy() {}

    /**
     * What is used.
     *
     * @param carriedOver whether nothing was said for the year of that day, so that silence carries it forward
     */
    public record Used(Headcount headcount, boolean carriedOver) {}

    /**
     * Of what one organisation said: the latest day not after the reference date; of several for that day, the surest; of
     * equally sure ones, what was entered last.
     *
     * @param said withdrawn statements are passed over
     * @return empty where nothing was said until then
     */
    public static Optional<Used> on(LocalDate reference, Collection<Headcount> said) {
        return said.stream()
                .filter(it -> !it.withdrawn() && !it.facts().countedOn().isAfter(reference))
                .max(BY_WORTH)
                .map(it -> new Used(it, isCarriedOver(it.facts().countedOn(), reference)));
    }

    /** Those that count on the day for which they are said: one for each such day. */
    public static Set<HeadcountId> onTheirDays(Collection<Headcount> said) {
        return said.stream()
                .map(it -> it.facts().countedOn())
                .distinct()
                .flatMap(day -> on(day, said).stream())
                .map(it -> it.headcount().id())
                .collect(Collectors.toSet());
    }

    /** Whether a headcount is that of a year before: a year old or more. */
    public static boolean isCarriedOver(LocalDate countedOn, LocalDate reference) {
        return !countedOn.isAfter(reference.minusYears(1));
    }
}
