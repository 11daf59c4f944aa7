package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A realisation as a report rests on it: what is counted and shown of it, and nothing more. No narrative, and no name of
 * a person.
 *
 * @param version that of the realisation, which grows with each of its changes
 * @param place its code, {@code null} where nobody said
 * @param count {@code null} where nobody counted
 * @param actions the actions of the report's plan that it serves, those to which it contributes too
 * @param shown whether a link shows what came of it
 * @param quantity for how many it counts towards a target; {@code null} in what was filed before this was known: one
 */
public record Fact(
        UUID id,
        int version,
        String title,
        RealisationKind kind,
        LocalDate from,
        LocalDate to,
        @Nullable String place,
        @Nullable Count count,
        @Nullable BigDecimal staffHours,
        @Nullable BigDecimal volunteerHours,
        @Nullable Integer copies,
        List<Organisation> organisations,
        List<UUID> objectives,
        List<UUID> means,
        List<UUID> actions,
        boolean shown,
        @Nullable Integer quantity) {

    public Fact {
        organisations = List.copyOf(organisations);
        objectives = List.copyOf(objectives);
        means = List.copyOf(means);
        actions = List.copyOf(actions);
    }

    /**
     * Participations, never people: who comes twice is two.
     *
     * @param youth how many of them all were young, {@code null} where nobody said
     */
    public record Count(
            int women,
            int men,
            int other,
            int notStated,
            @Nullable Integer youth) {

        public int total() {
            return women + men + other + notStated;
        }
    }

    /** An organisation that took part, as it was called. */
    public record Organisation(UUID id, String name, String brief) {}

    /** Whether it is about a line of the plan: an objective, a means or an action. */
    public boolean serves(UUID line) {
        return means.contains(line) || objectives.contains(line) || actions.contains(line);
    }

    /** For how many it counts towards a target of realisations. */
    public int counts() {
        return quantity == null ? 1 : quantity;
    }

    /** Hours of staff and volunteers. */
    public BigDecimal hours() {
        return zero(staffHours).add(zero(volunteerHours));
    }

    static BigDecimal zero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** The same but for what the report does not tell: whether anything that it tells was changed. */
    boolean tellsTheSame(Fact other) {
        return told().equals(other.told());
    }

    private Fact told() {
        return new Fact(
                id,
                0,
                title,
                kind,
                from,
                to,
                place,
                count,
                stripped(staffHours),
                stripped(volunteerHours),
                copies,
                organisations.stream()
                        .map(each -> new Organisation(each.id(), "", ""))
                        .sorted(java.util.Comparator.comparing(Organisation::id))
                        .toList(),
                List.of(),
                means.stream().sorted().toList(),
                actions.stream().sorted().toList(),
                false,
                counts());
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
