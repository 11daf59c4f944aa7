package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.actionplan.PlanProgress.OfAction;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.Figures;
import org.convergence.plan.report.domain.Contents.Goal;

/** The targets of a means with the progress from the realisations of a report. */
final class Goals {

    private Goals() {}

    /** @param explanations of gaps, by action */
    static List<Goal> of(List<OfAction> actions, List<Fact> facts, Map<UUID, String> explanations) {
        List<Goal> goals = new ArrayList<>();
        for (OfAction action : actions) {
            Target target = action.target();
            if (target != null) {
                UUID id = action.line().id().value();
                List<Fact> served =
                        facts.stream().filter(fact -> fact.serves(id)).toList();
                goals.add(new Goal(
                        id,
                        action.line().title(),
                        action.state(),
                        target.measure(),
                        target.number(),
                        target.kinds(),
                        target.words(),
                        reached(target, action.state(), served),
                        explanations.getOrDefault(id, "")));
            }
            goals.addAll(of(action.subActions(), facts, explanations));
        }
        return goals;
    }

    /** A deliverable is delivered once its action is done; anything else is counted. */
    private static BigDecimal reached(Target target, ActionState state, List<Fact> served) {
        if (target.measure() == TargetMeasure.DELIVERABLE) {
            return state == ActionState.DONE ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return target.reachedBy(evidence(served));
    }

    private static Evidence evidence(List<Fact> served) {
        Figures all = Tally.of(served);
        Map<String, Integer> kinds = new HashMap<>();
        served.forEach(fact -> kinds.merge(fact.kind().name(), fact.counts(), Integer::sum));
        return new Evidence(
                all.realisations(),
                null,
                null,
                all.participations().total(),
                all.organisations(),
                all.hours(),
                all.copies(),
                kinds);
    }
}
