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
 * The evidence behind reports: only what was done, in the period of its last day. Each answer is one query, whatever the
 * number of realisations. A realisation counts once in each figure: once per report, once per means, once per action,
 * once per organisation; so the figures of parts may add up to more than the whole.
 */
public interface RealisationFacts {

    /** All together. */
    Figures figures(FactsQuery query);

    /**
     * For each line, of whatever plan, those of these plans for which counts what is done for it: itself, the action that
     * it is a part of, and those to which it contributes.
     */
    Map<ActionId, Set<ActionId>> contributions(Collection<PlanId> plans);

    /** By means served; only of the query's plan where it names one. */
    Map<MeansId, Figures> byMeans(FactsQuery query);

    /** By action served; an action carries what is done for those that contribute to it too. */
    Map<ActionId, Figures> byAction(FactsQuery query);

    /** By kind, in the order of the kinds. */
    Map<RealisationKind, Figures> byKind(FactsQuery query);

    /** By the code of the place ({@code QC-06}, {@code CO}, {@code ONLINE}, {@code SEVERAL}), {@code ""} where nobody said. */
    Map<String, Figures> byPlace(FactsQuery query);

    /** By the month of the last day, in order; months without any are left out. */
    Map<YearMonth, Figures> byMonth(FactsQuery query);

    /** By organisation that took part, in the order of their names. */
    Map<OrganisationId, Figures> byOrganisation(FactsQuery query);

    /**
     * Every realisation, the earliest first, one after the other: 250,000 of them need no more memory than a few.
     *
     * @param consumer called within one transaction; it may not ask the database for more
     */
    void each(FactsQuery query, Consumer<RealisationFact> consumer);

    /**
     * The photographs that may be published, in the order of their realisations' last days and then as they came in.
     *
     * @param most how many at most
     */
    List<Photograph> photographs(FactsQuery query, int most);

    /** The realisations of these ids, in whatever state, the earliest first; for what was filed and may have changed. */
    List<RealisationFact> of(Collection<RealisationId> ids);
}
