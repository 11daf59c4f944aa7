package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.report.domain.FiledReports.Filed;
import org.springframework.stereotype.Component;

/** Compares a filed report with the current data. */
@Component
class Corrections {

    private final ContentsMaker live;
    private final RealisationFacts realisations;
    private final ActionPlans plans;
    private final PhotoPicker photographs;

    Corrections(ContentsMaker live, RealisationFacts realisations, ActionPlans plans, PhotoPicker photographs) {
        this.live = live;
        this.realisations = realisations;
        this.plans = plans;
        this.photographs = photographs;
    }

    /** The differences since the filing, by day; empty if there are none. */
    List<Difference> since(Filed filed) {
        Map<UUID, Fact> today = new LinkedHashMap<>();
        live.facts(filed.report(), filed.contents().head().leftOut()).forEach(fact -> today.put(fact.id(), fact));
        List<Fact> missing = filed.contents().facts().stream()
                .filter(fact -> !today.containsKey(fact.id()))
                .toList();
        Map<UUID, Fact> elsewhere = elsewhere(filed, missing);
        List<Difference> differences = new ArrayList<>();
        for (Fact then : filed.contents().facts()) {
            Fact now = today.containsKey(then.id()) ? today.remove(then.id()) : elsewhere.get(then.id());
            if (now == null) {
                differences.add(new Difference(Difference.Kind.WITHDRAWN, then, null));
            } else if (elsewhere.containsKey(then.id()) || !then.tellsTheSame(now)) {
                differences.add(new Difference(Difference.Kind.CHANGED, then, now));
            }
        }
        today.values().forEach(now -> differences.add(new Difference(Difference.Kind.ADDED, null, now)));
        differences.addAll(permissionsTakenBack(filed.contents()));
        return differences;
    }

    private List<Difference> permissionsTakenBack(Contents then) {
        Set<UUID> still = photographs.publishable(then.photographs());
        return then.photographs().stream()
                .filter(photo -> !still.contains(photo.document()))
                .flatMap(photo -> then.facts().stream().filter(fact -> fact.id().equals(photo.realisation())))
                .distinct()
                .map(fact -> new Difference(Difference.Kind.PERMISSION, fact, null))
                .toList();
    }

    /** Those still done that now belong elsewhere: another period, another line. */
    private Map<UUID, Fact> elsewhere(Filed filed, List<Fact> missing) {
        Map<UUID, Fact> found = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            List<PlanId> plan = List.of(filed.report().planId());
            Facts made = new Facts(plans.lines(plan), realisations.contributions(plan));
            for (RealisationFact fact : realisations.of(
                    missing.stream().map(each -> new RealisationId(each.id())).toList())) {
                if (fact.state() == RealisationState.DONE) {
                    found.put(fact.id().value(), made.of(fact, false));
                }
            }
        }
        return found;
    }
}
