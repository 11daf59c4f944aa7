package org.convergence.plan.report.web;

import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.CountsFor;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.ReportReading;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** What is done counts for the reports in the making on its plan and period. */
@Component
class ReportCounts implements CountsFor {

    private final ReportReading reading;
    private final ActionPlans plans;

    ReportCounts(ReportReading reading, ActionPlans plans) {
        this.reading = reading;
        this.plans = plans;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<String> of(Set<ActionId> actions, Days when, Words t) {
        if (actions.isEmpty() || !CurrentActor.get().may(ReportPermissions.READ)) {
            return List.of();
        }
        Set<PlanId> served = plans.linesOf(actions).values().stream()
                .map(line -> line.plan())
                .collect(java.util.stream.Collectors.toSet());
        return reading.drafts().stream()
                .filter(report -> served.contains(report.plan()))
                .filter(report ->
                        !when.to().isBefore(report.from()) && !when.to().isAfter(report.to()))
                .map(report -> t.say("report.counts." + report.audience().slug(), report.title()))
                .toList();
    }
}
