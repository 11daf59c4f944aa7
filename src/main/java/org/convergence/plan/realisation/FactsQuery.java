package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * Selects done realisations for a report: those whose last day is in the period. A realisation of a line also serves
 * the lines to which that line contributes.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param plan only those that serve this plan; {@code null} for all
 * @param means only those that serve these means; empty for all
 * @param actions only those that serve these actions; empty for all
 * @param tookPart only those in which an organisation took part; {@code null} for all
 * @param without excluded realisations
 * @param within only these days of the period; empty for all of them
 * @param attributed only those that serve a line of a plan
 */
public record FactsQuery(
        LocalDate from,
        LocalDate to,
        @Nullable PlanId plan,
        Set<MeansId> means,
        Set<ActionId> actions,
        @Nullable ParticipantFilter tookPart,
        Set<RealisationId> without,
        List<DayRange> within,
        boolean attributed) {

    public FactsQuery {
        means = Set.copyOf(means);
        actions = Set.copyOf(actions);
        without = Set.copyOf(without);
        within = List.copyOf(within);
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    /** All done realisations. */
    public static FactsQuery all() {
        return forPeriod(FIRST_DAY, LAST_DAY);
    }

    /** All done realisations of a period. */
    public static FactsQuery forPeriod(LocalDate from, LocalDate to) {
        return new FactsQuery(from, to, null, Set.of(), Set.of(), null, Set.of(), List.of(), false);
    }

    /** Only those that serve the plan. */
    public FactsQuery serving(PlanId one) {
        return new FactsQuery(from, to, one, means, actions, tookPart, without, within, attributed);
    }

    /** Only those that serve the action. */
    public FactsQuery serving(ActionId one) {
        return new FactsQuery(from, to, plan, means, Set.of(one), tookPart, without, within, attributed);
    }

    /** Only those in which the organisation took part. */
    public FactsQuery withParticipant(OrganisationId one) {
        return new FactsQuery(
                from, to, plan, means, actions, new ParticipantFilter(one, false), without, within, attributed);
    }

    /**
     * Only those in which the organisation took part, or one of its network on the last day of the realisation: its
     * union, federation, regional council or central. Each realisation counts once, however many paths lead there.
     */
    public FactsQuery withNetworkOf(OrganisationId one) {
        return new FactsQuery(
                from, to, plan, means, actions, new ParticipantFilter(one, true), without, within, attributed);
    }

    /** Excludes these realisations. */
    public FactsQuery withoutRealisations(Set<RealisationId> some) {
        return new FactsQuery(from, to, plan, means, actions, tookPart, some, within, attributed);
    }

    /** Only realisations of these days, such as the days of an interrupted membership. */
    public FactsQuery withinPeriods(List<DayRange> some) {
        return new FactsQuery(from, to, plan, means, actions, tookPart, without, some, attributed);
    }

    /** Only those that serve a line of a plan, as in the reports on a plan. */
    public FactsQuery servingAnyLine() {
        return new FactsQuery(from, to, plan, means, actions, tookPart, without, within, true);
    }

    /**
     * The participating organisation.
     *
     * @param above whether the organisations above it in its network count too
     */
    public record ParticipantFilter(OrganisationId organisation, boolean above) {}
}
