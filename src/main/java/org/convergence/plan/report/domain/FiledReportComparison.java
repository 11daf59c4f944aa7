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
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.springframework.stereotype.Component;

/** Compares a filed report with the current data. */
@Component
class FiledReportComparison {

    private final ReportContentsAssembler contents;
    private final RealisationFacts realisations;
    private final ActionPlans plans;
    private final PhotoPicker photographs;

    FiledReportComparison(
            ReportContentsAssembler contents,
            RealisationFacts realisations,
            ActionPlans plans,
            PhotoPicker photographs) {
        this.contents = contents;
        this.realisations = realisations;
        this.plans = plans;
        this.photographs = photographs;
    }

    /** The differences since the filing, by day; empty if there are none. */
    List<ReportDifference> differencesSince(FiledReport filed) {
        Map<UUID, ReportFact> today = new LinkedHashMap<>();
        contents.facts(filed.report(), filed.contents().head().leftOut()).forEach(fact -> today.put(fact.id(), fact));
        List<ReportFact> missing = filed.contents().facts().stream()
                .filter(fact -> !today.containsKey(fact.id()))
                .toList();
        Map<UUID, ReportFact> elsewhere = elsewhere(filed, missing);
        List<ReportDifference> differences = new ArrayList<>();
        for (ReportFact then : filed.contents().facts()) {
            ReportFact now = today.containsKey(then.id()) ? today.remove(then.id()) : elsewhere.get(then.id());
            if (now == null) {
                differences.add(new ReportDifference(ReportDifference.DifferenceKind.WITHDRAWN, then, null));
            } else if (elsewhere.containsKey(then.id()) || !then.tellsTheSame(now)) {
                differences.add(new ReportDifference(ReportDifference.DifferenceKind.CHANGED, then, now));
            }
        }
        today.values()
                .forEach(
                        now -> differences.add(new ReportDifference(ReportDifference.DifferenceKind.ADDED, null, now)));
        differences.addAll(permissionsTakenBack(filed.contents()));
        return differences;
    }

    private List<ReportDifference> permissionsTakenBack(ReportContents then) {
        Set<UUID> still = photographs.publishable(then.photographs());
        return then.photographs().stream()
                .filter(photo -> !still.contains(photo.document()))
                .flatMap(photo -> then.facts().stream().filter(fact -> fact.id().equals(photo.realisation())))
                .distinct()
                .map(fact -> new ReportDifference(ReportDifference.DifferenceKind.PERMISSION, fact, null))
                .toList();
    }

    /** The missing facts whose realisations are still done, but now belong to another period or line. */
    private Map<UUID, ReportFact> elsewhere(FiledReport filed, List<ReportFact> missing) {
        Map<UUID, ReportFact> found = new LinkedHashMap<>();
        if (!missing.isEmpty()) {
            List<PlanId> plan = List.of(filed.report().planId());
            ReportFactConverter made = new ReportFactConverter(plans.findLines(plan), realisations.contributions(plan));
            for (RealisationFact fact : realisations.findAllById(
                    missing.stream().map(each -> new RealisationId(each.id())).toList())) {
                if (fact.state() == RealisationState.DONE) {
                    found.put(fact.id().value(), made.convert(fact, false));
                }
            }
        }
        return found;
    }
}
