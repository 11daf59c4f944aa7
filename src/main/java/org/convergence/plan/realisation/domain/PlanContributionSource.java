package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A realisation counts for the plans whose lines it serves: for a line with a target, if it adds to the target. */
@Component
@Order(10)
record PlanContributionSource(ActionPlans plans) implements ContributionSource {

    @Override
    public List<String> describe(RecordedEvidence what, Words t) {
        if (what.actions().isEmpty()) {
            return List.of();
        }
        Map<ActionId, ActionTarget> targets = plans.findTargetsById(what.actions());
        Map<PlanId, Set<String>> codes = codes(plans.findLinesById(what.actions()).values().stream()
                .filter(line -> adds(targets.get(line.id()), what.adds()))
                .toList());
        List<String> counts = new ArrayList<>();
        for (PlanSummary plan : plans.findAll()) {
            Set<String> of = codes.get(plan.id());
            if (of != null) {
                counts.add(
                        of.isEmpty()
                                ? plan.title()
                                : t.say("realisation.counts.plan", plan.title(), t.list(List.copyOf(of))));
            }
        }
        return counts;
    }

    private static boolean adds(@Nullable ActionTarget target, ActionEvidence evidence) {
        return target == null || target.quantityReached(evidence).signum() > 0;
    }

    private static Map<PlanId, Set<String>> codes(Collection<PlanLine> lines) {
        Map<PlanId, Set<String>> codes = new LinkedHashMap<>();
        for (PlanLine line : lines) {
            Set<String> of = codes.computeIfAbsent(line.plan(), plan -> new LinkedHashSet<>());
            String code = line.code();
            if (code != null) {
                of.add(code);
            }
        }
        return codes;
    }
}
