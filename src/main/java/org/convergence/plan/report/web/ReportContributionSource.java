package org.convergence.plan.report.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportQueries;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A realisation counts for the unfiled reports on its plan and period. */
@Component
@Order(20)
record ReportContributionSource(ReportQueries reports, RealisationFacts facts, ActionPlans plans)
        implements ContributionSource {

    @Override
    public List<String> describe(RecordedEvidence what, Words t) {
        Set<ActionId> actions = what.actions();
        DayRange when = what.when();
        if (actions.isEmpty() || !CurrentActor.get().may(ReportPermissions.READ)) {
            return List.of();
        }
        List<ReportSummary> running = reports.findDrafts().stream()
                .filter(report ->
                        !when.to().isBefore(report.from()) && !when.to().isAfter(report.to()))
                .toList();
        Set<PlanId> served = served(actions, running);
        return running.stream()
                .filter(report -> served.contains(report.plan()))
                .map(report -> t.say("report.counts." + report.audience().slug(), report.title()))
                .toList();
    }

    /** The reported plans for which realisations of these actions count. */
    private Set<PlanId> served(Set<ActionId> actions, List<ReportSummary> running) {
        Map<ActionId, Set<ActionId>> contributions =
                facts.contributions(running.stream().map(ReportSummary::plan).collect(Collectors.toSet()));
        Set<ActionId> lines = actions.stream()
                .flatMap(each -> contributions.getOrDefault(each, Set.of()).stream())
                .collect(Collectors.toSet());
        return plans.findLinesById(lines).values().stream().map(PlanLine::plan).collect(Collectors.toSet());
    }
}
