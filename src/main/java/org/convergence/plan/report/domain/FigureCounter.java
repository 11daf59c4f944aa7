package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.realisation.RealisationFigures;

/**
 * Counts the realisations of a report, current or filed, by the one definition of {@link RealisationFigures}: each
 * counts once, each organisation once. A figure is the sum of its evidence.
 */
public final class FigureCounter {

    private int realisations;
    private int uncounted;
    private long women;
    private long men;
    private long other;
    private long notStated;
    private long youth;
    private long copies;
    private BigDecimal staffHours = BigDecimal.ZERO;
    private BigDecimal volunteerHours = BigDecimal.ZERO;
    private final Set<UUID> organisations = new HashSet<>();

    private FigureCounter() {}

    /** The totals. */
    public static RealisationFigures count(Collection<ReportFact> facts) {
        FigureCounter tally = new FigureCounter();
        facts.forEach(tally::add);
        return tally.figures();
    }

    /**
     * Counts realisations by one or several keys of each, in the order of the keys; a realisation without a key is left
     * out.
     */
    public static <K extends Comparable<K>> Map<K, RealisationFigures> countBy(
            Collection<ReportFact> facts, Function<ReportFact, ? extends Collection<K>> keys) {
        Map<K, FigureCounter> tallies = new TreeMap<>();
        for (ReportFact fact : facts) {
            for (K key : Set.copyOf(keys.apply(fact))) {
                tallies.computeIfAbsent(key, none -> new FigureCounter()).add(fact);
            }
        }
        Map<K, RealisationFigures> figures = new LinkedHashMap<>();
        tallies.forEach((key, tally) -> figures.put(key, tally.figures()));
        return figures;
    }

    private void add(ReportFact fact) {
        realisations++;
        ReportFact.FactParticipations count = fact.count();
        if (count == null) {
            uncounted++;
        } else {
            women += count.women();
            men += count.men();
            other += count.other();
            notStated += count.notStated();
            Integer young = count.youth();
            youth += young == null ? 0 : young;
        }
        Integer handedOut = fact.copies();
        copies += handedOut == null ? 0 : handedOut;
        staffHours = staffHours.add(ReportFact.zero(fact.staffHours()));
        volunteerHours = volunteerHours.add(ReportFact.zero(fact.volunteerHours()));
        fact.organisations().forEach(each -> organisations.add(each.id()));
    }

    private RealisationFigures figures() {
        return new RealisationFigures(
                realisations,
                uncounted,
                new RealisationFigures.GenderCounts(women, men, other, notStated, youth),
                organisations.size(),
                staffHours,
                volunteerHours,
                copies);
    }
}
