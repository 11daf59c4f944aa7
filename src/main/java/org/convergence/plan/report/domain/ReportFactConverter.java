package org.convergence.plan.report.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/** Converts realisations to the facts of a report on a plan. */
final class ReportFactConverter {

    private final Map<ActionId, PlanLine> lines = new HashMap<>();

    private final Map<ActionId, Set<ActionId>> contributions;

    /**
     * For a plan.
     *
     * @param lines its actions and sub-actions
     * @param contributions for each line, those of its plan for which its realisations count
     */
    ReportFactConverter(Collection<PlanLine> lines, Map<ActionId, Set<ActionId>> contributions) {
        this.contributions = contributions;
        lines.forEach(line -> this.lines.put(line.id(), line));
    }

    /** @param shown whether a paper or a photograph shows its result */
    ReportFact convert(RealisationFact realisation, boolean shown) {
        List<PlanLine> served = realisation.actions().stream()
                .flatMap(each -> contributions.getOrDefault(each, Set.of()).stream())
                .distinct()
                .filter(lines::containsKey)
                .map(lines::get)
                .toList();
        RealisationDetails what = realisation.happening();
        Amounts amounts = realisation.amounts();
        Place place = what.place();
        return new ReportFact(
                realisation.id().value(),
                realisation.version(),
                what.title(),
                what.kind(),
                what.when().from(),
                what.when().to(),
                place == null ? null : place.code(),
                count(what.participations()),
                amounts.staffHours(),
                amounts.volunteerHours(),
                amounts.copies(),
                realisation.organisations().stream()
                        .map(each -> new ReportFact.FactOrganisation(each.id().value(), each.name(), each.brief()))
                        .toList(),
                ids(served, line -> line.objective().value()),
                ids(served, line -> line.means().value()),
                ids(served, line -> line.id().value()),
                shown || !realisation.telling().links().isEmpty(),
                amounts.quantity());
    }

    private static List<UUID> ids(List<PlanLine> served, Function<PlanLine, UUID> id) {
        return served.stream().map(id).distinct().sorted().toList();
    }

    private static ReportFact.@Nullable FactParticipations count(@Nullable Participations all) {
        return all == null
                ? null
                : new ReportFact.FactParticipations(all.women(), all.men(), all.other(), all.notStated(), all.youth());
    }
}
