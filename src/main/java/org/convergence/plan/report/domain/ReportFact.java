package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.filing.FiledFact;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/**
 * A realisation in a report: only the data that is counted and shown. No narrative, and no name of a person.
 *
 * @param version of the realisation, which grows with each of its changes
 * @param place its code, {@code null} if unknown
 * @param count {@code null} if not counted
 * @param actions the actions of the report's plan that it serves, also by contribution
 * @param shown whether a link shows its result
 * @param quantity how many it counts for towards a target; {@code null} in reports filed before this existed: one
 */
public record ReportFact(
        UUID id,
        int version,
        String title,
        RealisationKind kind,
        LocalDate from,
        LocalDate to,
        @Nullable String place,
        @Nullable FactParticipations count,
        @Nullable BigDecimal staffHours,
        @Nullable BigDecimal volunteerHours,
        @Nullable Integer copies,
        List<FactOrganisation> organisations,
        List<UUID> objectives,
        List<UUID> means,
        List<UUID> actions,
        boolean shown,
        @Nullable Integer quantity)
        implements FiledFact<ReportFact> {

    public ReportFact {
        organisations = List.copyOf(organisations);
        objectives = List.copyOf(objectives);
        means = List.copyOf(means);
        actions = List.copyOf(actions);
    }

    /**
     * Participations, never people: a person who comes twice counts as two.
     *
     * @param youth number of young participants, {@code null} if unknown
     */
    public record FactParticipations(
            int women,
            int men,
            int other,
            int notStated,
            @Nullable Integer youth) {

        public int total() {
            return women + men + other + notStated;
        }
    }

    /** A participating organisation, with its name at the time. */
    public record FactOrganisation(UUID id, String name, String brief) {}

    /** Whether it serves a line of the plan: an objective, a means or an action. */
    public boolean serves(UUID line) {
        return means.contains(line) || objectives.contains(line) || actions.contains(line);
    }

    /** How many it counts for towards a target of realisations. */
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

    @Override
    public boolean tellsTheSame(ReportFact other) {
        return comparableForm().equals(other.comparableForm());
    }

    private ReportFact comparableForm() {
        return new ReportFact(
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
                        .map(each -> new FactOrganisation(each.id(), "", ""))
                        .sorted(java.util.Comparator.comparing(FactOrganisation::id))
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
