package org.convergence.plan.realisation;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;

/**
 * The evidence behind reports: only done realisations, in the period of their last day. Each answer is one query,
 * whatever the number of realisations. A realisation counts once in each figure (report, means, action, organisation),
 * so the figures of parts may add up to more than the whole.
 */
public interface RealisationFacts {

    /** The totals. */
    RealisationFigures figures(FactsQuery query);

    /**
     * For each line of any plan, the lines of these plans for which its realisations count: itself, its parent action,
     * and the lines to which it contributes.
     */
    Map<ActionId, Set<ActionId>> contributions(Collection<PlanId> plans);

    /** The figures by means served; only those of the query's plan if it names one. */
    Map<MeansId, RealisationFigures> byMeans(FactsQuery query);

    /** The figures by action served; an action includes the realisations of the lines that contribute to it. */
    Map<ActionId, RealisationFigures> byAction(FactsQuery query);

    /** The figures by kind, in the order of the kinds. */
    Map<RealisationKind, RealisationFigures> byKind(FactsQuery query);

    /**
     * The figures by the code of the place ({@code QC-06}, {@code CO}, {@code ONLINE}, {@code SEVERAL}), {@code ""} if
     * unknown.
     */
    Map<String, RealisationFigures> byPlace(FactsQuery query);

    /** The figures by the month of the last day, in order; months without realisations are left out. */
    Map<YearMonth, RealisationFigures> byMonth(FactsQuery query);

    /** The figures by participating organisation, in the order of their names. */
    Map<OrganisationId, RealisationFigures> byOrganisation(FactsQuery query);

    /**
     * Passes every realisation to the consumer, the earliest first; memory use does not grow with their number.
     *
     * @param consumer called within one transaction; it must not query the database
     */
    void forEach(FactsQuery query, Consumer<RealisationFact> consumer);

    /**
     * The photographs that may be published, in the order of their realisations' last days and then of arrival.
     *
     * @param most maximum number
     */
    List<Photograph> photographs(FactsQuery query, int most);

    /**
     * The realisations with these ids, in any state, the earliest first; for filed reports, whose realisations may have
     * changed.
     */
    List<RealisationFact> findAllById(Collection<RealisationId> ids);
}
