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
 * Which done realisations a report rests on: those whose last day lies in the period. What is done for a line serves also
 * those to which it contributes.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param plan only what serves this plan; {@code null} for all that was done
 * @param means only what serves these means; empty for all
 * @param actions only what serves these actions; empty for all
 * @param tookPart only what an organisation took part in; {@code null} for all
 * @param without left out of this report by name
 * @param within only these days of the period; empty for all of them
 */
public record FactsQuery(
        LocalDate from,
        LocalDate to,
        @Nullable PlanId plan,
        Set<MeansId> means,
        Set<ActionId> actions,
        @Nullable TookPart tookPart,
        Set<RealisationId> without,
        List<Days> within) {

    public FactsQuery {
        means = Set.copyOf(means);
        actions = Set.copyOf(actions);
        without = Set.copyOf(without);
        within = List.copyOf(within);
    }

    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    /** All that was ever done. */
    public static FactsQuery ever() {
        return of(FIRST_DAY, LAST_DAY);
    }

    /** All that was done in a period. */
    public static FactsQuery of(LocalDate from, LocalDate to) {
        return new FactsQuery(from, to, null, Set.of(), Set.of(), null, Set.of(), List.of());
    }

    /** Only what serves the plan. */
    public FactsQuery serving(PlanId one) {
        return new FactsQuery(from, to, one, means, actions, tookPart, without, within);
    }

    /** Only what serves the means. */
    public FactsQuery serving(MeansId one) {
        return new FactsQuery(from, to, plan, Set.of(one), actions, tookPart, without, within);
    }

    /** Only what serves the action. */
    public FactsQuery serving(ActionId one) {
        return new FactsQuery(from, to, plan, means, Set.of(one), tookPart, without, within);
    }

    /** Only what the organisation took part in. */
    public FactsQuery with(OrganisationId one) {
        return new FactsQuery(from, to, plan, means, actions, new TookPart(one, false), without, within);
    }

    /**
     * Only what the organisation took part in, or one to which it belonged on the last day of what was done: its union, its
     * federation, its regional council, its central. By however many ways it belongs there, each realisation counts once.
     */
    public FactsQuery withNetworkOf(OrganisationId one) {
        return new FactsQuery(from, to, plan, means, actions, new TookPart(one, true), without, within);
    }

    /** All but these. */
    public FactsQuery without(Set<RealisationId> some) {
        return new FactsQuery(from, to, plan, means, actions, tookPart, some, within);
    }

    /** Only what was done on these days: those on which somebody was a member, who was none in between. */
    public FactsQuery within(List<Days> some) {
        return new FactsQuery(from, to, plan, means, actions, tookPart, without, some);
    }

    /**
     * Who took part.
     *
     * @param above whether those count too to which the organisation belonged
     */
    public record TookPart(OrganisationId organisation, boolean above) {}
}
