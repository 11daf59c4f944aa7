package org.convergence.plan.report.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/** Makes of realisations what a report on a plan tells of them. */
final class Facts {

    private final Map<ActionId, PlanLine> lines = new HashMap<>();

    /** @param lines the actions and sub-actions of the plan */
    Facts(Collection<PlanLine> lines) {
        lines.forEach(line -> this.lines.put(line.id(), line));
    }

    /** @param shown whether a paper or a photograph shows what came of it */
    Fact of(RealisationFact realisation, boolean shown) {
        List<PlanLine> served = realisation.actions().stream()
                .filter(lines::containsKey)
                .map(lines::get)
                .toList();
        Happening what = realisation.happening();
        Amounts amounts = realisation.amounts();
        Place place = what.place();
        return new Fact(
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
                        .map(each -> new Fact.Organisation(each.id().value(), each.name(), each.brief()))
                        .toList(),
                ids(served, line -> List.of(line.objective().value())),
                ids(served, line -> List.of(line.means().value())),
                ids(served, Facts::withParent),
                shown || !realisation.telling().links().isEmpty());
    }

    private static List<UUID> withParent(PlanLine line) {
        ActionId parent = line.parent();
        return parent == null ? List.of(line.id().value()) : List.of(line.id().value(), parent.value());
    }

    private static List<UUID> ids(List<PlanLine> served, Function<PlanLine, List<UUID>> ids) {
        return served.stream()
                .flatMap(line -> ids.apply(line).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Fact.@Nullable Count count(@Nullable Participations all) {
        return all == null ? null : new Fact.Count(all.women(), all.men(), all.other(), all.notStated(), all.youth());
    }
}
