package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;

/** The targets of a means with the progress from the realisations of a report. */
final class TargetProgressCalculator {

    private TargetProgressCalculator() {}

    /** @param explanations of gaps, by action */
    static List<TargetProgress> calculate(
            List<ActionProgress> actions, List<ReportFact> facts, Map<UUID, String> explanations) {
        List<TargetProgress> goals = new ArrayList<>();
        for (ActionProgress action : actions) {
            ActionTarget target = action.target();
            if (target != null) {
                UUID id = action.line().id().value();
                List<ReportFact> served =
                        facts.stream().filter(fact -> fact.serves(id)).toList();
                goals.add(new TargetProgress(
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
            goals.addAll(calculate(action.subActions(), facts, explanations));
        }
        return goals;
    }

    /** A deliverable is delivered once its action is done; anything else is counted. */
    private static BigDecimal reached(ActionTarget target, ActionState state, List<ReportFact> served) {
        if (target.measure() == TargetMeasure.DELIVERABLE) {
            return state == ActionState.DONE ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return target.quantityReached(evidence(served));
    }

    private static ActionEvidence evidence(List<ReportFact> served) {
        RealisationFigures all = FigureCounter.count(served);
        Map<String, Integer> kinds = new HashMap<>();
        served.forEach(fact -> kinds.merge(fact.kind().name(), fact.counts(), Integer::sum));
        return new ActionEvidence(
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
