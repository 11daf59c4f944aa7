package org.convergence.cooperation.project.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.springframework.stereotype.Component;

/** The lines of the plans in force, under their means, as options of a form. */
@Component
class PlanLineChoices {

    private final ActionPlans plans;

    PlanLineChoices(ActionPlans plans) {
        this.plans = plans;
    }

    List<OptionGroup> find() {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(line -> !line.dropped())
                .forEach(line -> groups.computeIfAbsent(line.meansTitle(), means -> new ArrayList<>())
                        .add(Option.of(line.id().value(), line.label())));
        return groups.entrySet().stream()
                .map(each -> new OptionGroup(each.getKey(), each.getValue()))
                .toList();
    }
}
